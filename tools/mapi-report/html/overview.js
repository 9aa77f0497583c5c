// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// All findings: filters with their figures, and the list of those that pass.
'use strict';

(() => {
  const {create} = page;
  const report = window.mapiReport;
  const piece = 60; // findings that are put into the page at a time

  // ---- What is known of each finding ---------------------------------------

  const entries = report.findings.map((finding, index) => {
    const own = finding.steps.find(step => step.finding);
    const path = own.file === undefined ? '' : report.files[own.file].path;
    return {
      index, finding, path,
      message: own.text,
      line: own.line,
      check: finding.check,
      level: finding.level ? `Level ${finding.level}` :
        finding.error ? 'Error' : 'No level',
      folder: path.replace(/\/?[^/]*$/, '') || (path.startsWith('/') ? '/' : '.'),
      state: finding.known ? 'known' : 'new',
      text: [own.text, finding.check, finding.function, path].join('\n')
        .toLowerCase(),
    };
  });
  const hasKnown = entries.some(each => each.state === 'known');

  page.level = finding => {
    const number = finding.level || 0;
    const text = number ? `Level ${number}` : finding.error ? 'Error' : 'No level';
    return create('span', {
      className: `level level-${finding.error && !number ? 1 : number}`,
    }, text);
  };

  // An advice: names of Microsoft's pages at its end stand apart.
  page.advice = text => {
    const [, what, pages] = text.match(/^(.*?)(?: \(('.*')\))?$/);
    const step = what.match(/^(steps? [^:]*): (.*)$/);
    return [
      ...(step ? [create('strong', {}, step[1][0].toUpperCase() +
        step[1].slice(1)), `: ${step[2]}`]
        : [what[0].toUpperCase() + what.slice(1)]),
      '. ',
      pages ? create('cite', {}, pages.replace(/'/g, '')) : ''];
  };

  // ---- Filters -------------------------------------------------------------

  const facets = [
    {key: 'state', title: 'Baseline', used: hasKnown,
      names: {known: 'Known', new: 'New'}},
    {key: 'level', title: 'Level', used: true},
    {key: 'check', title: 'Check', used: true, byCount: true},
    {key: 'folder', title: 'Folder', used: true, names: {'.': 'Top folder'}},
  ].filter(facet => facet.used);

  // What is chosen: nothing of a facet means all of it.
  const chosen = {query: ''};

  page.filters = () => {
    const result = new URLSearchParams();
    if (chosen.query) result.set('query', chosen.query);
    for (const {key} of facets)
      for (const value of [...chosen[key]].sort()) result.append(key, value);
    return result;
  };

  // Takes filters over, as filters() gives them.
  page.setFilters = from => {
    chosen.query = from.get('query') ?? '';
    for (const {key} of facets) chosen[key] = new Set(from.getAll(key));
    document.getElementById('query').value = chosen.query;
    for (const box of document.querySelectorAll('#facet-list input'))
      box.checked = chosen[box.name].has(box.value);
    update();
  };

  // What is chosen at first: known findings are not what one looks for.
  page.firstFilters = () => new URLSearchParams(hasKnown ? 'state=new' : '');

  function passes(entry, words, except) {
    return words.every(word => entry.text.includes(word)) &&
      facets.every(({key}) => key === except || !chosen[key].size ||
        chosen[key].has(entry[key]));
  }

  const wordsOf = query => query.toLowerCase().split(/\s+/).filter(Boolean);

  function buildFacets() {
    const list = document.getElementById('facet-list');
    for (const facet of facets) {
      const counts = new Map();
      for (const entry of entries)
        counts.set(entry[facet.key], (counts.get(entry[facet.key]) ?? 0) + 1);
      const order = Object.keys(facet.names ?? {});
      const values = [...counts.keys()].sort((a, b) =>
        (facet.byCount ? counts.get(b) - counts.get(a)
          : order.indexOf(b) - order.indexOf(a)) || (a < b ? -1 : 1));
      facet.rows = new Map(values.map(value => [value, row(facet, value)]));
      list.append(create('fieldset', {},
        create('legend', {}, facet.title),
        create('div', {className: 'options'}, ...facet.rows.values())));
    }
  }

  function row(facet, value) {
    return create('label', {className: 'option'},
      create('input', {type: 'checkbox', name: facet.key, value,
        onchange: event => choose(facet.key, value, event.target.checked)}),
      create('span', {className: 'name'},
        ...page.path(facet.names?.[value] ?? value)),
      create('span', {className: 'count'}));
  }

  function choose(key, value, isOn) {
    isOn ? chosen[key].add(value) : chosen[key].delete(value);
    update();
    page.filtersChanged();
  }

  // The figures: how many a choice would show, other facets as they are.
  function countFacets(words) {
    for (const {key, rows} of facets) {
      const counts = new Map();
      for (const entry of entries)
        if (passes(entry, words, key))
          counts.set(entry[key], (counts.get(entry[key]) ?? 0) + 1);
      const most = Math.max(1, ...counts.values());
      for (const [value, element] of rows) {
        const count = counts.get(value) ?? 0;
        element.querySelector('.count').textContent = count.toLocaleString('en');
        element.classList.toggle('none', count === 0);
        element.style.setProperty('--share', count / most);
      }
    }
  }

  // ---- The list ------------------------------------------------------------

  let passing = [];
  let listed = 0; // how many of them are in the page

  page.passing = () => passing.map(entry => entry.index);

  function item(entry) {
    const {finding} = entry;
    const link = page.filters();
    link.set('finding', entry.index);
    return create('li', {}, create('a', {href: `#${link}`,
      'data-finding': entry.index},
    create('span', {className: 'message'}, ...page.message(entry.message)),
    create('span', {className: 'meta'}, page.level(finding),
      create('span', {className: 'check'}, entry.check),
      finding.function ? create('code', {}, finding.function) : '',
      entry.line ? create('span', {className: 'where'}, `line ${entry.line}`) : '',
      entry.state === 'known' ? create('span', {className: 'known'}, 'known') : '')));
  }

  function group(path) {
    const count = passing.filter(entry => entry.path === path).length;
    return create('section', {className: 'group', 'data-path': path},
      create('h2', {}, create('span', {}, ...(path ? page.path(path)
        : ['Without a file'])),
      create('span', {className: 'count'}, count.toLocaleString('en'))),
      create('ol', {}));
  }

  // Puts the next piece of the list into the page.
  function listMore() {
    const list = document.getElementById('list');
    for (const entry of passing.slice(listed, listed + piece)) {
      if (list.lastElementChild?.dataset.path !== entry.path)
        list.append(group(entry.path));
      list.lastElementChild.querySelector('ol').append(item(entry));
    }
    listed = Math.min(passing.length, listed + piece);
    const more = document.getElementById('more');
    more.hidden = listed === passing.length;
    more.textContent = `Show more of ${page.plural(passing.length, 'finding')}`;
  }

  // The link of a finding in the list, which is brought into the page.
  page.linkOf = index => {
    const at = passing.findIndex(entry => entry.index === index);
    if (at < 0) return null;
    while (listed <= at) listMore();
    return document.querySelector(`#list a[data-finding="${index}"]`);
  };

  function update() {
    const words = wordsOf(chosen.query);
    passing = entries.filter(entry => passes(entry, words));
    countFacets(words);
    const isAll = passing.length === entries.length;
    document.getElementById('status').textContent = !entries.length ? '' :
      isAll ? `All ${page.plural(entries.length, 'finding')}` :
      `${passing.length.toLocaleString('en')} of ` +
      page.plural(entries.length, 'finding');
    document.getElementById('clear').hidden = isAll;
    listed = 0;
    document.getElementById('list').replaceChildren(...(passing.length ||
      !entries.length ? [] :
      [create('p', {className: 'nothing'}, 'No finding passes these filters.')]));
    listMore();
  }

  // ---- The head ------------------------------------------------------------

  function headline() {
    if (!entries.length) return 'No findings';
    const files = new Set(entries.map(entry => entry.path)).size;
    const fresh = entries.filter(entry => entry.state === 'new').length;
    return `${page.plural(fresh, hasKnown ? 'new finding' : 'finding')}` +
      (hasKnown ? ` and ${(entries.length - fresh).toLocaleString('en')} known,`
        : '') + ` in ${page.plural(files, 'file')}`;
  }

  page.buildOverview = () => {
    document.getElementById('headline').textContent = headline();
    document.getElementById('version').textContent = report.version;
    document.getElementById('run').append(...report.run.map(({text, file, error}) =>
      create('li', {className: error ? 'notice bad' : 'notice'},
        file ? create('code', {}, ...page.path(file)) : '', file ? ' ' : '', text)));
    buildFacets();
    document.getElementById('filters').hidden = !entries.length;
    document.getElementById('query').addEventListener('input', event => {
      chosen.query = event.target.value;
      update();
      page.filtersChanged();
    });
    document.getElementById('clear').addEventListener('click', () => {
      page.setFilters(new URLSearchParams());
      page.filtersChanged();
      document.getElementById('query').focus();
    });
    const more = document.getElementById('more');
    more.addEventListener('click', listMore);
    new IntersectionObserver(([seen]) => seen.isIntersecting && listMore(),
      {rootMargin: '800px'}).observe(more);
    // On a phone the filters would push the list out of sight.
    document.getElementById('facets').open =
      window.matchMedia('(min-width: 60rem)').matches;
  };
})();
