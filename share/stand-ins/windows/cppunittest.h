//===- cppunittest.h - Visual Studio: native unit tests ---------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/visualstudio/test/microsoft-visualstudio-testtools-cppunittestframework-api-reference
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_CPPUNITTEST_H
#define MAPI_STANDIN_CPPUNITTEST_H

#include <string>

namespace Microsoft {
namespace VisualStudio {
namespace CppUnitTestFramework {
struct __LineInfo;

template <typename Q> std::wstring ToString(const Q &q);
template <typename Q> std::wstring ToString(const Q *q);

class Logger {
public:
  static void WriteMessage(const wchar_t *message);
  static void WriteMessage(const char *message);
};

class Assert {
public:
  template <typename T, typename U, typename... Rest>
  static void AreEqual(const T &expected, const U &actual, const Rest &...);
  template <typename T, typename U, typename... Rest>
  static void AreNotEqual(const T &notExpected, const U &actual, const Rest &...);
  template <typename T, typename... Rest>
  static void AreSame(const T &expected, const T &actual, const Rest &...);
  template <typename T, typename... Rest>
  static void AreNotSame(const T &notExpected, const T &actual, const Rest &...);
  template <typename T, typename... Rest>
  static void IsNull(const T *actual, const Rest &...);
  template <typename T, typename... Rest>
  static void IsNotNull(const T *actual, const Rest &...);
  template <typename... Rest> static void IsTrue(bool condition, const Rest &...);
  template <typename... Rest> static void IsFalse(bool condition, const Rest &...);
  [[noreturn]] static void Fail(const wchar_t *message = nullptr,
                                const __LineInfo *pLineInfo = nullptr);
  template <typename E, typename F, typename... Rest>
  static void ExpectException(F functor, const Rest &...);
};

template <class T> class TestClass {};
} // namespace CppUnitTestFramework
} // namespace VisualStudio
} // namespace Microsoft

#define TEST_CLASS(className)                                                  \
  class className : public ::Microsoft::VisualStudio::CppUnitTestFramework::   \
                        TestClass<className>
#define TEST_METHOD(methodName) void methodName()
#define TEST_CLASS_INITIALIZE(methodName) static void methodName()
#define TEST_CLASS_CLEANUP(methodName) static void methodName()
#define TEST_METHOD_INITIALIZE(methodName) void methodName()
#define TEST_METHOD_CLEANUP(methodName) void methodName()
#define TEST_MODULE_INITIALIZE(methodName) static void methodName()
#define TEST_MODULE_CLEANUP(methodName) static void methodName()
#define BEGIN_TEST_METHOD_ATTRIBUTE(methodName)
#define END_TEST_METHOD_ATTRIBUTE()
#define BEGIN_TEST_CLASS_ATTRIBUTE()
#define END_TEST_CLASS_ATTRIBUTE()
#define TEST_OWNER(name)
#define TEST_PRIORITY(priority)
#define TEST_DESCRIPTION(text)
#define TEST_IGNORE()

#endif
