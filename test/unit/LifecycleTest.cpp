//===- LifecycleTest.cpp - Tests of the lifecycles ------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lifecycle/InitLifecycle.h"
#include "lifecycle/ObjectLifecycle.h"
#include "gtest/gtest.h"

using namespace mapitidy;

namespace {

/// Runs the events and returns the last transition.
ObjectTransition run(ResourceKind Kind,
                     std::initializer_list<ObjectEvent> Events) {
  ObjectTransition Step{ObjectState(), std::nullopt};
  for (ObjectEvent Event : Events)
    Step = advance(Kind, ObjectState::unpack(Step.Next.pack()), Event);
  return Step;
}

TEST(ObjectLifecycle, ObjectLiveAtLogoff) {
  EXPECT_EQ(run(ResourceKind::Interface, {ObjectEvent::SessionLogoff}).Broken,
            Rule::LiveAtLogoff);
  EXPECT_FALSE(run(ResourceKind::Interface,
                   {ObjectEvent::Release, ObjectEvent::SessionLogoff})
                   .Broken);
}

TEST(ObjectLifecycle, EachReferenceWantsARelease) {
  EXPECT_EQ(run(ResourceKind::Interface,
                {ObjectEvent::AddReference, ObjectEvent::Release,
                 ObjectEvent::SessionLogoff})
                .Broken,
            Rule::LiveAtLogoff);
  EXPECT_FALSE(run(ResourceKind::Interface,
                   {ObjectEvent::AddReference, ObjectEvent::Release,
                    ObjectEvent::Release, ObjectEvent::SessionLogoff})
                   .Broken);
}

TEST(ObjectLifecycle, OneDefectOneFinding) {
  EXPECT_FALSE(run(ResourceKind::Interface,
                   {ObjectEvent::SessionLogoff, ObjectEvent::MapiUninitialise})
                   .Broken);
  EXPECT_FALSE(run(ResourceKind::Session,
                   {ObjectEvent::MapiUninitialise, ObjectEvent::Release})
                   .Broken);
}

TEST(ObjectLifecycle, LateRelease) {
  EXPECT_EQ(run(ResourceKind::Buffer,
                {ObjectEvent::MapiUninitialise, ObjectEvent::Release})
                .Broken,
            Rule::ReleaseAfterUninitialise);
}

TEST(ObjectLifecycle, Sessions) {
  using E = ObjectEvent;
  EXPECT_EQ(run(ResourceKind::Session, {E::Release}).Broken,
            Rule::ReleasedWithoutLogoff);
  EXPECT_EQ(run(ResourceKind::Session, {E::Lost}).Broken, Rule::SessionLost);
  EXPECT_EQ(run(ResourceKind::Session, {E::SessionLogoff, E::Lost}).Broken,
            Rule::SessionNeverReleased);
  EXPECT_EQ(
      run(ResourceKind::Session, {E::SessionLogoff, E::OleUninitialise}).Broken,
      Rule::SessionHeldAtUninitialise);
  EXPECT_FALSE(
      run(ResourceKind::Session, {E::SessionLogoff, E::Release}).Broken);
  EXPECT_FALSE(run(ResourceKind::BorrowedSession, {E::Release}).Broken);
  EXPECT_FALSE(run(ResourceKind::Session, {E::GivenAway, E::Lost}).Broken);
}

TEST(ObjectLifecycle, ALossIsALeakAtTheExit) {
  ObjectState State = acquired(ResourceKind::Interface);
  ObjectTransition Lost =
      advance(ResourceKind::Interface, State, ObjectEvent::Lost);
  EXPECT_FALSE(Lost.Broken);
  EXPECT_EQ(
      advance(ResourceKind::Interface, Lost.Next, ObjectEvent::Exit).Broken,
      Rule::InterfaceLost);
  // With a Logoff on the way it is another rule's.
  EXPECT_EQ(
      advance(ResourceKind::Interface, Lost.Next, ObjectEvent::SessionLogoff)
          .Broken,
      Rule::LiveAtLogoff);
}

TEST(ObjectLifecycle, MemoryIsLostAtOnceAndSurvivesALogoff) {
  ObjectState State = acquired(ResourceKind::Buffer);
  State = advance(ResourceKind::Buffer, State, ObjectEvent::SessionLogoff).Next;
  EXPECT_EQ(advance(ResourceKind::Buffer, State, ObjectEvent::Lost).Broken,
            Rule::BufferLost);
  EXPECT_EQ(
      advance(ResourceKind::Buffer, State, ObjectEvent::WrongRelease).Broken,
      Rule::WronglyFreed);
}

TEST(ObjectLifecycle, WhatIsReleasedIsDead) {
  ObjectState State = acquired(ResourceKind::Interface);
  State = advance(ResourceKind::Interface, State, ObjectEvent::Release).Next;
  EXPECT_EQ(advance(ResourceKind::Interface, State, ObjectEvent::Use).Broken,
            Rule::UsedAfterRelease);
  EXPECT_EQ(
      advance(ResourceKind::Interface, State, ObjectEvent::Release).Broken,
      Rule::ReleasedTwice);
  State.Kept = true; // somebody else has a reference
  EXPECT_FALSE(
      advance(ResourceKind::Interface, State, ObjectEvent::Use).Broken);
}

TEST(ObjectLifecycle, LentAndChained) {
  ObjectState Lent = acquired(ResourceKind::Lent);
  EXPECT_EQ(advance(ResourceKind::Lent, Lent, ObjectEvent::Release).Broken,
            Rule::LentReleased);
  Lent = advance(ResourceKind::Lent, Lent, ObjectEvent::AddReference).Next;
  EXPECT_FALSE(advance(ResourceKind::Lent, Lent, ObjectEvent::Release).Broken);
  ObjectState Chained = acquired(ResourceKind::Chained);
  EXPECT_EQ(
      advance(ResourceKind::Chained, Chained, ObjectEvent::Release).Broken,
      Rule::ChainedFreed);
  EXPECT_FALSE(
      advance(ResourceKind::Chained, Chained, ObjectEvent::Lost).Broken);
}

TEST(ObjectLifecycle, Borrowed) {
  EXPECT_EQ(advance(ResourceKind::BorrowedSession,
                    acquired(ResourceKind::BorrowedSession),
                    ObjectEvent::SessionLogoff)
                .Broken,
            Rule::BorrowedLoggedOff);
}

TEST(InitLifecycle, PacksAndUnpacks) {
  InitState State;
  State[InitLevel::Mapi].Count = 2;
  State[InitLevel::Ole].Count = -1;
  State[InitLevel::MapiUtil].Failed = true;
  State[InitLevel::Com].Undone = true;
  State.MapiDown = State.FailedExit = true;
  InitState Again = InitState::unpack(State.pack());
  EXPECT_EQ(Again[InitLevel::Mapi].Count, 2);
  EXPECT_EQ(Again[InitLevel::Ole].Count, -1);
  EXPECT_TRUE(Again[InitLevel::MapiUtil].Failed);
  EXPECT_TRUE(Again[InitLevel::Com].Undone);
  EXPECT_TRUE(Again.MapiDown);
  EXPECT_TRUE(Again.FailedExit);
  EXPECT_FALSE(Again.WorkEnded);
}

TEST(InitLifecycle, UndoneAfterFailure) {
  InitState Failed = initialise(InitState(), InitLevel::Mapi, false).Next;
  EXPECT_EQ(uninitialise(Failed, InitLevel::Mapi).Broken,
            Rule::UninitialiseAfterFailure);
  // A failure inside a pair that is up costs nothing.
  InitState Up = initialise(InitState(), InitLevel::Mapi, true).Next;
  Up = initialise(Up, InitLevel::Mapi, false).Next;
  EXPECT_FALSE(uninitialise(Up, InitLevel::Mapi).Broken);
}

TEST(InitLifecycle, Order) {
  InitState Down = uninitialise(InitState(), InitLevel::Mapi).Next;
  EXPECT_EQ(uninitialise(Down, InitLevel::Ole).Broken, Rule::OleAfterMapi);
  InitState OleAgain = initialise(Down, InitLevel::Ole, true).Next;
  EXPECT_FALSE(uninitialise(OleAgain, InitLevel::Ole).Broken);
  InitState Utilities = uninitialise(InitState(), InitLevel::MapiUtil).Next;
  EXPECT_EQ(uninitialise(Utilities, InitLevel::Mapi).Broken,
            Rule::UtilitiesBeforeMapi);
  EXPECT_FALSE(uninitialise(Down, InitLevel::MapiUtil).Broken);
}

TEST(InitLifecycle, InnerPairLeavesMapiUp) {
  InitState Up = initialise(InitState(), InitLevel::Mapi, true).Next;
  Up = initialise(Up, InitLevel::Mapi, true).Next;
  Up = uninitialise(Up, InitLevel::Mapi).Next;
  EXPECT_FALSE(callMapi(Up).Broken);
  Up = uninitialise(Up, InitLevel::Mapi).Next;
  EXPECT_EQ(callMapi(Up).Broken, Rule::CallAfterUninitialise);
}

TEST(InitLifecycle, PairOfOnesOwnLeavesMapiUp) {
  InitState Before;
  Before.UpBefore = true;
  InitState Pair = initialise(Before, InitLevel::Mapi, true).Next;
  Pair = uninitialise(Pair, InitLevel::Mapi).Next;
  EXPECT_FALSE(callMapi(Pair).Broken);
  InitState Down = uninitialise(Pair, InitLevel::Mapi).Next;
  EXPECT_EQ(callMapi(Down).Broken, Rule::CallAfterUninitialise);
  EXPECT_FALSE(Down.UpBefore);
}

} // namespace
