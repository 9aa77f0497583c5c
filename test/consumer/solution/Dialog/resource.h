#pragma once

#define IDD_INBOX 101
#define IDC_SUBJECT 1001
#define IDC_REFRESH 1002
