// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One finding: its source with the path through it, its steps, the step of the
// ladder that is broken, its repair and the page of its check.
'use strict';

(() => {
  const {create} = page;
  const report = window.mapiReport;
  const around = 6; // lines; the report has no more
  const svg = 'http://www.w3.org/2000/svg';

  const placeOf = step => step.file === undefined ? '' :
    report.files[step.file].path + (step.line ? `:${step.line}` : '');

  const shortPlaceOf = step => placeOf(step).replace(/^.*\//, '');

  // ---- The steps -----------------------------------------------------------

  // What is shown of a finding, and which of its steps is the current one.
  let shown = null;

  // Makes the step with this index the current one.
  function select(index, {scroll = true} = {}) {
    const {steps} = shown.finding;
    shown.current = Math.min(Math.max(index, 0), steps.length - 1);
    for (const element of document.querySelectorAll('#finding [data-step]')) {
      const isCurrent = Number(element.dataset.step) === shown.current;
      element.classList.toggle('current', isCurrent);
      if (element.matches('button'))
        isCurrent ? element.setAttribute('aria-current', 'step')
                  : element.removeAttribute('aria-current');
    }
    const step = steps[shown.current];
    for (const line of document.querySelectorAll('#finding .line'))
      line.classList.toggle('lit', Number(line.dataset.file) === step.file &&
        Number(line.dataset.line) === step.line);
    showStepper();
    drawPath();
    const note = noteOf(shown.current);
    if (scroll && note) note.scrollIntoView({block: 'center'});
  }

  page.moveStep = by => select(shown.current + by);

  const noteOf = index =>
    document.querySelector(`#finding .note[data-step="${index}"]`);

  function showStepper() {
    const {steps} = shown.finding;
    shown.position.parentElement.hidden = steps.length === 1;
    shown.position.textContent = `${shown.current + 1} of ${steps.length}`;
    shown.text.replaceChildren(...page.message(steps[shown.current].text));
    shown.back.disabled = shown.current === 0;
    shown.forth.disabled = shown.current === steps.length - 1;
  }

  function badge(index) {
    return create('span', {className: 'badge'}, String(index + 1));
  }

  function stepList(finding) {
    const list = create('ol', {className: 'steps'});
    finding.steps.forEach((step, index) => {
      list.append(create('li', {}, create('button', {
        type: 'button',
        className: step.finding ? 'step is-finding' : 'step',
        'data-step': index,
        onclick: () => select(index),
      }, badge(index), create('span', {className: 'what'},
        ...page.message(step.text)),
      create('span', {className: 'where', title: placeOf(step)},
        shortPlaceOf(step)))));
    });
    list.addEventListener('keydown', event => {
      const by = {ArrowDown: 1, ArrowUp: -1}[event.key];
      if (!by) return;
      event.preventDefault();
      page.moveStep(by);
      list.querySelector('.step.current').focus({preventScroll: true});
    });
    return list;
  }

  function stepper() {
    shown.position = create('span', {className: 'position'});
    shown.text = create('span', {className: 'what'});
    shown.back = create('button', {type: 'button', 'aria-label': 'Previous step',
      onclick: () => page.moveStep(-1)}, '←');
    shown.forth = create('button', {type: 'button', 'aria-label': 'Next step',
      onclick: () => page.moveStep(1)}, '→');
    return create('div', {className: 'stepper', role: 'group',
      'aria-label': 'Steps'}, shown.text, shown.back, shown.position, shown.forth);
  }

  // ---- The source ----------------------------------------------------------

  function note(finding, index) {
    const step = finding.steps[index];
    return create('button', {
      type: 'button',
      className: step.finding ? 'note is-finding' : 'note',
      'data-step': index,
      onclick: () => select(index, {scroll: false}),
    }, badge(index), create('span', {className: 'what'},
      ...page.message(step.text)));
  }

  function lines(finding, number, run) {
    const file = report.files[number];
    const texts = page.linesOf(file, run);
    const colours = page.highlight(texts);
    return texts.flatMap((text, offset) => {
      const line = run[0] + offset;
      const here = finding.steps.flatMap((step, index) =>
        step.file === number && step.line === line ? [index] : []);
      const marks = here.map(index => page.rangeOf(text, finding.steps[index]));
      return [create('div', {
        className: here.length ? 'line on-path' : 'line',
        'data-file': number, 'data-line': line,
      }, create('span', {className: 'number'}, String(line)),
      page.codeLine(text, colours[offset], marks)),
      ...here.map(index => note(finding, index))];
    });
  }

  const notRead = 'The source could not be read, or has changed since it was ' +
    'analysed: it is not shown.';

  function panel(finding, number) {
    const file = report.files[number];
    const steps = finding.steps.flatMap((step, index) =>
      step.file === number ? [index] : []);
    const located = steps.filter(index => finding.steps[index].line);
    const body = create('div', {className: 'source code'});
    const runs = page.runsAround(file,
      new Set(located.map(index => finding.steps[index].line)), around);
    runs.forEach((run, index) => {
      if (index)
        body.append(create('div', {className: 'gap', 'aria-hidden': 'true'}, '⋯'));
      body.append(...lines(finding, number, run));
    });
    const unlocated = steps.filter(index => !finding.steps[index].line);
    if (unlocated.length)
      body.append(create('p', {className: 'missing'}, notRead),
        ...unlocated.map(index => note(finding, index)));
    return create('section', {className: 'panel'},
      create('h2', {}, ...page.path(file.path)), body);
  }

  // ---- The path ------------------------------------------------------------

  function curve(from, to, isStraight, reach) {
    const radius = 11;
    if (isStraight)
      return `M${from.x} ${from.y + radius}V${to.y - radius - 4}`;
    const left = from.x - reach;
    return `M${from.x - radius} ${from.y}C${left} ${from.y} ` +
      `${left} ${to.y} ${to.x - radius - 4} ${to.y}`;
  }

  // Draws the way from badge to badge over the sources.
  function drawPath() {
    const sources = document.querySelector('#finding .sources');
    sources.querySelector('svg')?.remove();
    const origin = sources.getBoundingClientRect();
    const badges = shown.finding.steps.map((step, index) => {
      const box = noteOf(index)?.querySelector('.badge').getBoundingClientRect();
      return box && {x: box.left + box.width / 2 - origin.left,
        y: box.top + box.height / 2 - origin.top};
    });
    const drawing = document.createElementNS(svg, 'svg');
    drawing.setAttribute('aria-hidden', 'true');
    drawing.classList.add('path');
    for (let i = 0; i + 1 < badges.length; ++i) {
      const [from, to] = [badges[i], badges[i + 1]];
      if (!from || !to) continue;
      const between = badges.some(each => each && each !== from && each !== to &&
        each.y > Math.min(from.y, to.y) && each.y < Math.max(from.y, to.y));
      const path = document.createElementNS(svg, 'path');
      path.setAttribute('d', curve(from, to, to.y > from.y && !between,
        18 + 7 * (i % 2)));
      path.classList.toggle('gone', i < shown.current);
      drawing.append(path, head(to, to.y > from.y && !between,
        i < shown.current));
    }
    sources.append(drawing);
  }

  // The tip of an arrow that ends at a badge, from above or from the left.
  function head({x, y}, fromAbove, isGone) {
    const tip = document.createElementNS(svg, 'path');
    tip.setAttribute('d', fromAbove
      ? `M${x - 4} ${y - 17}L${x} ${y - 12}L${x + 4} ${y - 17}`
      : `M${x - 17} ${y - 4}L${x - 12} ${y}L${x - 17} ${y + 4}`);
    tip.classList.toggle('gone', isGone);
    return tip;
  }

  // ---- What is beside it ---------------------------------------------------

  function ladder(finding) {
    if (!finding.broken?.length) return '';
    const rungs = report.ladder.steps.map(({number, text}) => {
      const isBroken = finding.broken.includes(number);
      return create('li', {className: isBroken ? 'broken' : '',
        'aria-current': isBroken && 'step'},
      create('span', {className: 'rung'}, String(number)),
      create('span', {}, text));
    });
    return create('section', {className: 'ladder'},
      create('h2', {}, create('a', {href: report.ladder.address},
        'Ending a MAPI Session')),
      create('ol', {}, ...rungs));
  }

  function repair(finding) {
    const place = finding.steps.find(step => step.finding);
    const runs = finding.fix ? page.changes(report.files[place.file], finding.fix)
      : [];
    if (!runs.length) return '';
    const body = create('div', {className: 'patch code'});
    const words = {'+': 'added', '-': 'removed', ' ': 'context'};
    runs.forEach((run, index) => {
      if (index)
        body.append(create('div', {className: 'gap', 'aria-hidden': 'true'}, '⋯'));
      const colours = page.highlight(run.map(([, line]) => line));
      run.forEach(([sign, line], at) => body.append(
        create('div', {className: `line ${words[sign]}`},
          create('span', {className: 'number'}, sign === '-' ? '−' : sign),
          page.codeLine(line, colours[at]))));
    });
    return create('section', {className: 'repair panel'},
      create('h2', {}, 'Repair'), body,
      create('p', {}, create('code', {}, 'mapi-tidy --fix'), ' does this.'));
  }

  function about(finding) {
    const check = report.checks.find(each => each.name === finding.check);
    if (!check.page) return '';
    const body = create('div', {className: 'prose'});
    const details = create('details', {className: 'about'},
      create('summary', {}, `About ${check.name}`), body);
    details.addEventListener('toggle', () => {
      if (!details.open || body.hasChildNodes()) return;
      body.append(...page.markdown(check.page));
      if (check.address)
        body.append(create('p', {}, create('a', {href: check.address},
          `${check.name} in the repository`)));
    });
    return details;
  }

  function meta(finding) {
    const own = finding.steps.find(step => step.finding);
    return create('p', {className: 'meta'},
      page.level(finding),
      create('span', {className: 'check'}, finding.check),
      finding.function ? create('span', {}, 'in ',
        create('code', {}, finding.function)) : '',
      own.file === undefined ? '' :
        create('span', {className: 'where'}, ...page.path(placeOf(own))),
      finding.known ? create('span', {className: 'known'}, 'known') : '');
  }

  // ---- All of it -----------------------------------------------------------

  page.showFinding = index => {
    const finding = report.findings[index];
    const own = finding.steps.find(step => step.finding);
    const files = [...new Set(finding.steps.map(step => step.file))]
      .filter(file => file !== undefined);
    shown = {finding, current: 0};
    const article = document.getElementById('finding');
    article.replaceChildren(
      create('header', {},
        create('h1', {tabIndex: -1}, ...page.message(own.text)),
        meta(finding),
        finding.advice ? create('p', {className: 'advice'},
          ...page.advice(finding.advice)) : ''),
      create('div', {className: 'story'},
        create('aside', {'aria-label': 'Steps'},
          create('div', {className: 'pinned'},
            create('section', {},
              create('div', {className: 'steps-head'},
                create('h2', {}, 'Steps'), stepper()),
              stepList(finding)),
            ladder(finding))),
        create('div', {className: 'reading'},
          create('div', {className: 'sources'},
            ...files.map(number => panel(finding, number))),
          repair(finding), about(finding))));
    article.hidden = false;
    select(0, {scroll: false});
  };

  page.hideFinding = () => {
    const article = document.getElementById('finding');
    article.hidden = true;
    article.replaceChildren();
    shown = null;
  };

  new ResizeObserver(() => shown && drawPath())
    .observe(document.getElementById('finding'));
})();
