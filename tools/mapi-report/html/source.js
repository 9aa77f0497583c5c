// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Lines of source: their colours, the path through them, and what a repair
// changes in them.
'use strict';

(() => {
  const {create} = page;
  const tabWidth = 4;

  const keywords = new Set(
    ('alignas alignof auto bool break case catch char class const const_cast ' +
     'constexpr continue decltype default delete do double dynamic_cast else ' +
     'enum explicit extern false final float for friend goto if inline int ' +
     'long mutable namespace new noexcept nullptr operator override private ' +
     'protected public register reinterpret_cast return short signed sizeof ' +
     'static static_assert static_cast struct switch template this throw true ' +
     'try typedef typename union unsigned using virtual void volatile while')
      .split(' '));
  const tokens = new RegExp(
    [/(?<comment>\/\/.*|\/\*.*?(?:\*\/|$))/,
     /(?<string>"(?:[^"\\]|\\.)*"?|(?<!\w)'(?:[^'\\]|\\.)*'?)/,
     /(?<directive>^\s*#\s*\w+)/,
     /(?<word>[A-Za-z_]\w*)/,
     /(?<literal>\d[\w.']*)/,
     /(?<arrow>->)/].map(each => each.source).join('|'), 'g');

  // Whether lines that are cut out of a file begin within a comment.
  function beginsInComment(lines) {
    for (const line of lines) {
      const opened = line.indexOf('/*');
      const closed = line.indexOf('*/');
      if (closed >= 0 && (opened < 0 || closed < opened)) return true;
      if (opened >= 0) return false;
    }
    return false;
  }

  // What is to be coloured in each line: [begin, end, class], in order.
  page.highlight = lines => {
    let inComment = beginsInComment(lines);
    return lines.map(line => {
      const found = [];
      let from = 0;
      if (inComment) {
        const closed = line.indexOf('*/');
        from = closed < 0 ? line.length : closed + 2;
        found.push([0, from, 'comment']);
        inComment = closed < 0;
      }
      tokens.lastIndex = from;
      for (let match; !inComment && (match = tokens.exec(line));) {
        const [kind] = Object.entries(match.groups).find(([, text]) => text);
        const text = match[0];
        if (kind !== 'word')
          found.push([match.index, match.index + text.length, kind]);
        else if (keywords.has(text))
          found.push([match.index, match.index + text.length, 'keyword']);
        inComment = text.startsWith('/*') && !text.endsWith('*/');
      }
      return found;
    });
  };

  // A line of code. `marks` are ranges [begin, end] that stand out.
  page.codeLine = (line, colours, marks = []) => {
    const ends = new Set([0, line.length]);
    for (const [begin, end] of [...colours, ...marks]) {
      ends.add(Math.min(begin, line.length));
      ends.add(Math.min(end, line.length));
    }
    const cuts = [...ends].sort((a, b) => a - b);
    const element = create('div', {className: 'text'});
    let column = 0;
    for (let i = 0; i + 1 < cuts.length; ++i) {
      const covers = ([begin, end]) => begin <= cuts[i] && cuts[i + 1] <= end;
      const text = line.slice(cuts[i], cuts[i + 1]).replace(/\t|[^\t]+/g, run => {
        const shown = run === '\t'
          ? ' '.repeat(tabWidth - column % tabWidth) : run;
        column += shown.length;
        return shown;
      });
      const colour = colours.find(covers);
      const isMarked = marks.some(covers);
      element.append(!colour && !isMarked ? text : create(
        isMarked ? 'mark' : 'span',
        {className: colour ? colour[2] : ''}, text));
    }
    // Where the line is too long, it goes on under its beginning.
    const indent = element.textContent.match(/^ */)[0].length;
    element.style.setProperty('--indent', `${indent + 4}ch`);
    return element;
  };

  // The text of a line, or undefined if it is not in the report.
  page.lineOf = (file, number) => {
    for (const {first, lines} of file.excerpts)
      if (number >= first && number < first + lines.length)
        return lines[number - first];
    return undefined;
  };

  // Columns count code points from 1; JavaScript counts from 0, and some twice.
  function indexOf(line, column) {
    return Array.from(line).slice(0, column - 1).join('').length;
  }

  page.rangeOf = (line, place) => [
    indexOf(line, place.column),
    indexOf(line, place.column + Math.max(place.length, 1))];

  // Runs of lines [first, last] that show all of `numbers` with some around.
  // Small gaps between them are filled, if the report has their lines.
  page.runsAround = (file, numbers, around) => {
    const runs = [];
    for (const number of [...numbers].sort((a, b) => a - b)) {
      let first = number;
      let last = number;
      while (first > number - around && page.lineOf(file, first - 1) !== undefined)
        --first;
      while (last < number + around && page.lineOf(file, last + 1) !== undefined)
        ++last;
      const before = runs[runs.length - 1];
      const isNear = before && (first <= before[1] + 1 ||
        (first <= before[1] + 4 &&
         page.linesOf(file, [before[1] + 1, first - 1]).every(each => each !== undefined)));
      if (isNear) before[1] = Math.max(before[1], last);
      else runs.push([first, last]);
    }
    return runs;
  };

  page.linesOf = (file, [first, last]) => {
    const lines = [];
    for (let number = first; number <= last; ++number)
      lines.push(page.lineOf(file, number));
    return lines;
  };

  // `lines`, the first of which is number `first`, after the edits.
  function edited(lines, first, edits) {
    const text = Array.from(lines.join('\n'));
    const starts = [0];
    text.forEach((char, index) => char === '\n' && starts.push(index + 1));
    const sorted = edits.map((edit, index) => ({...edit, index})).sort(
      (a, b) => a.line - b.line || a.column - b.column || a.index - b.index);
    for (const edit of sorted.reverse()) {
      const begin = starts[edit.line - first] + edit.column - 1;
      const end = starts[edit.endLine - first] + edit.endColumn - 1;
      text.splice(begin, end - begin, edit.text);
    }
    return text.join('').split('\n');
  }

  // The shortest way from one list of lines to another: [sign, line], with the
  // sign of a patch.
  function difference(before, after) {
    const common = Array.from({length: before.length + 1},
      () => new Array(after.length + 1).fill(0));
    for (let i = before.length - 1; i >= 0; --i)
      for (let j = after.length - 1; j >= 0; --j)
        common[i][j] = before[i] === after[j]
          ? common[i + 1][j + 1] + 1
          : Math.max(common[i + 1][j], common[i][j + 1]);
    const result = [];
    let i = 0;
    let j = 0;
    while (i < before.length || j < after.length) {
      if (i < before.length && j < after.length && before[i] === after[j]) {
        result.push([' ', before[i++]]);
        ++j;
      } else if (j >= after.length ||
                 (i < before.length && common[i + 1][j] >= common[i][j + 1])) {
        result.push(['-', before[i++]]);
      } else {
        result.push(['+', after[j++]]);
      }
    }
    return result;
  }

  // What the edits change, as runs of [sign, line].
  page.changes = (file, edits) => {
    const numbers = new Set(edits.flatMap(edit => [edit.line, edit.endLine]));
    return page.runsAround(file, numbers, 2).map(run => {
      const lines = page.linesOf(file, run);
      const within = edits.filter(
        edit => edit.line >= run[0] && edit.endLine <= run[1]);
      return difference(lines, edited(lines, run[0], within));
    });
  };
})();
