// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which of the two views is shown, as the address says, and the keys. The part
// of the address behind # has the filters, and the number of a finding if one is
// shown: it can be kept as a bookmark.
'use strict';

(() => {
  const element = id => document.getElementById(id);
  let finding = null; // the number of the one that is shown
  let scrolledTo = 0; // in the list, when a finding was opened

  const stateOf = hash => {
    const state = new URLSearchParams(hash.replace(/^#/, ''));
    const number = state.get('finding');
    state.delete('finding');
    const index = number === null ? NaN : Number(number);
    return {filters: state,
      index: window.mapiReport.findings[index] ? index : null};
  };

  const addressOf = index => {
    const state = page.filters();
    if (index !== undefined) state.set('finding', index);
    return `#${state}`;
  };

  // The address of the overview says that all is shown by an empty filter, as
  // no address at all stands for the first filters.
  page.filtersChanged = () =>
    location.replace(addressOf() === '#' ? '#query=' : addressOf());

  // The findings before and behind the one that is shown.
  function neighbours() {
    const all = page.passing();
    const at = all.indexOf(finding);
    return {at, count: all.length,
      previous: all[at - 1], next: at < 0 ? undefined : all[at + 1]};
  }

  function point(link, index) {
    const isThere = index !== undefined;
    if (isThere) link.href = addressOf(index);
    else link.removeAttribute('href');
    link.setAttribute('aria-disabled', String(!isThere));
  }

  function showPager() {
    const {at, count, previous, next} = neighbours();
    element('back').href = addressOf() === '#' ? '#query=' : addressOf();
    element('position').textContent = at < 0 ? '' :
      `${(at + 1).toLocaleString('en')} of ${count.toLocaleString('en')}`;
    point(element('previous'), previous);
    point(element('next'), next);
  }

  function showView() {
    const isFinding = finding !== null;
    element('overview').hidden = isFinding;
    element('pager').hidden = !isFinding;
    element('keys-overview').hidden = isFinding;
    element('keys-finding').hidden = !isFinding;
    document.body.classList.toggle('shows-finding', isFinding);
  }

  function openFinding(index) {
    if (finding === null) scrolledTo = window.scrollY;
    finding = index;
    showView();
    page.showFinding(index);
    showPager();
    const heading = document.querySelector('#finding h1');
    document.title = `${heading.textContent} – mapi-tidy report`;
    window.scrollTo(0, 0);
    heading.focus({preventScroll: true});
  }

  function openOverview() {
    const before = finding;
    finding = null;
    page.hideFinding();
    showView();
    document.title = 'mapi-tidy report';
    if (before === null) return;
    const link = page.linkOf(before);
    window.scrollTo(0, scrolledTo);
    link?.focus();
  }

  function route() {
    const isFirst = location.hash === '' || location.hash === '#';
    const {filters, index} = stateOf(location.hash);
    const wanted = isFirst ? page.firstFilters() : filters;
    if (wanted.get('query') === '') wanted.delete('query');
    if (String(wanted) !== String(page.filters())) page.setFilters(wanted);
    if (index !== null) openFinding(index);
    else openOverview();
  }

  // ---- Keys ----------------------------------------------------------------

  const isTyping = target =>
    target.matches('input:not([type=checkbox]), textarea, select');

  function moveInList(by) {
    const all = page.passing();
    const focused = document.activeElement.dataset?.finding;
    const at = focused === undefined ? (by > 0 ? -1 : all.length)
      : all.indexOf(Number(focused));
    const link = page.linkOf(all[at + by]);
    link?.focus();
    link?.scrollIntoView({block: 'nearest'});
  }

  const go = index => {
    if (index !== undefined) location.hash = addressOf(index);
  };

  const overviewKeys = {
    '/': () => element('query').focus(),
    j: () => moveInList(1),
    k: () => moveInList(-1),
  };
  const findingKeys = {
    ArrowRight: () => page.moveStep(1),
    ArrowLeft: () => page.moveStep(-1),
    j: () => go(neighbours().next),
    k: () => go(neighbours().previous),
    Escape: () => element('back').click(),
  };

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const target = event.target;
    if (isTyping(target)) {
      if (event.key === 'ArrowDown' && target.id === 'query') {
        event.preventDefault();
        moveInList(1);
      }
      return;
    }
    const keys = finding === null ? overviewKeys : findingKeys;
    const inList = finding === null && target.dataset?.finding !== undefined;
    const act = inList && event.key === 'ArrowDown' ? keys.j :
      inList && event.key === 'ArrowUp' ? keys.k : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  element('skip').addEventListener('click', event => {
    event.preventDefault();
    element('main').focus();
  });
  element('filters').addEventListener('submit', event => event.preventDefault());
  window.addEventListener('hashchange', route);

  page.setUp = () => {
    page.buildOverview();
    page.setFilters(page.firstFilters());
    route();
  };
  page.setUp();
})();
