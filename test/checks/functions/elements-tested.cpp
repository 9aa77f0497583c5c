// RUN: %check_mapi %s
// A helper that is given an element of a row set may find anything in it: what it asks of a
// member is not answered by the element's address.
#include <mapix.h>
#include <mapiutil.h>

static void freeIfAny(ULONG count, SPropValue *copy) {
  if (count != 0)
    MAPIFreeBuffer(copy);
}

static void addRow(SRow *row, SPropValue *copy) { freeIfAny(row->cValues, copy); }

static void addAnyRow(SRow *row, SPropValue *copy) {
  if (row)
    MAPIFreeBuffer(copy);
}

void freedForSome(IMAPIProp *object, SRowSet *rows, ULONG number) {
  SPropValue *copy = nullptr;
  if (HrGetOneProp(object, PR_SUBJECT_A, &copy) != S_OK)
    return;
  addRow(&rows->aRow[number], copy);
  // CHECK: :[[@LINE+1]]:1: warning: 'copy' {{is|may be}} lost on this way out without being freed{{.*}} [mapi-buffer-leak]
}

void freedForAll(IMAPIProp *object, SRowSet *rows, ULONG number) {
  SPropValue *copy = nullptr;
  if (HrGetOneProp(object, PR_SUBJECT_A, &copy) != S_OK)
    return;
  addAnyRow(&rows->aRow[number], copy);
}
