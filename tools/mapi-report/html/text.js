// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Elements and their text. Whatever comes from sources goes through create(),
// which makes text nodes of it: nothing here parses HTML.
'use strict';

// Other scripts of the page add theirs to this.
const page = {};

if (!window.mapiReport) // and nothing else will work
  document.getElementById('headline').textContent =
    'The findings are missing: data.js is not beside this page.';

// An element with properties and children. A property is set by its name, or as
// an attribute if it has a dash or is a role. Children are nodes or text.
page.create = (name, properties = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (key.includes('-') || key === 'role') element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children);
  return element;
};

page.plural = (count, word) =>
  `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;

// What a message has in quotes is code.
page.message = text =>
  text.split(/'([^'\s][^']*)'/).map((part, index) =>
    index % 2 ? page.create('code', {}, part) : part);

// `path` with places to break it.
page.path = path => {
  const parts = path.split(/(?<=\/)/);
  return parts.flatMap((part, index) =>
    index ? [document.createElement('wbr'), part] : [part]);
};

(() => {
  const {create} = page;

  const inlineSigns = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\([^)]*\)/;

  // Code, emphasis and links of Markdown. A link is only its text, as the pages
  // around are not at hand.
  function inline(text) {
    const parts = text.split(inlineSigns);
    const nodes = [];
    for (let i = 0; i < parts.length; i += 5) {
      if (parts[i]) nodes.push(parts[i]);
      const [code, strong, emphasis, link] = parts.slice(i + 1, i + 5);
      if (code) nodes.push(create('code', {}, code));
      if (strong) nodes.push(create('strong', {}, ...inline(strong)));
      if (emphasis) nodes.push(create('em', {}, ...inline(emphasis)));
      if (link) nodes.push(...inline(link));
    }
    return nodes;
  }

  function list(block) {
    const items = block.split(/\n?^- /m).slice(1);
    return create('ul', {},
      ...items.map(item => create('li', {}, ...inline(item))));
  }

  function code(text) {
    const lines = text.split('\n');
    const element = create('div', {className: 'code'});
    page.highlight(lines).forEach((tokens, index) =>
      element.append(page.codeLine(lines[index], tokens)));
    return element;
  }

  // The page of a check, without its title, as elements. The Markdown that these
  // pages have: headings, paragraphs, lists and fenced code.
  page.markdown = text => {
    const nodes = [];
    const parts = text.split(/^```\w*\n([^]*?)\n```$/m);
    parts.forEach((part, index) => {
      if (index % 2) {
        nodes.push(code(part));
        return;
      }
      for (const block of part.split(/\n{2,}/)) {
        const trimmed = block.trim();
        const heading = trimmed.match(/^(#+) (.*)$/);
        if (!trimmed || (heading && heading[1] === '#')) continue;
        if (heading) nodes.push(create('h3', {}, ...inline(heading[2])));
        else if (trimmed.startsWith('- ')) nodes.push(list(trimmed));
        else nodes.push(create('p', {}, ...inline(trimmed)));
      }
    });
    return nodes;
  };
})();
