// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Uses a page of mapi-report's in a browser, as people do.
//
// usage: browse_report.js BROWSER few|many PAGE [PICTURES]
//
// PAGE is the folder that mapi-report has written of what test/tools/Inputs/html/make.py
// made: a few findings or many. Needs playwright-core and axe-core. With PICTURES, a
// folder, pictures of the page at several sizes are put there.
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const {pathToFileURL} = require('node:url');
const {chromium} = require('playwright-core');

const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const [browserPath, kind, folder, pictures] = process.argv.slice(2);
const address = String(pathToFileURL(path.resolve(folder, 'index.html')));

// Runs `use` with a page that has been opened, and fails if a script of it does.
async function withPage(browser, options, hash, use) {
  const context = await browser.newContext({
    viewport: {width: 1280, height: 800}, ...options});
  const tab = await context.newPage();
  const errors = [];
  tab.on('pageerror', error => errors.push(String(error)));
  tab.on('console', said => said.type() === 'error' && errors.push(said.text()));
  tab.on('dialog', dialog => {
    errors.push('a dialog');
    dialog.dismiss();
  });
  tab.on('request', request => request.url().startsWith('file:') ||
    request.url().startsWith('data:') || errors.push(request.url()));
  await tab.goto(address + hash);
  await use(tab);
  assert.deepEqual(errors, []);
  await context.close();
}

const texts = (tab, selector) => tab.locator(selector).allInnerTexts();
const messages = tab => texts(tab, '#list .message');

// Waits until what `get` tells of the page matches: addresses change a little later.
async function becomes(tab, get, pattern) {
  const end = Date.now() + 5000;
  let text = await get(tab);
  while (!pattern.test(text) && Date.now() < end) {
    await tab.waitForTimeout(20);
    text = await get(tab);
  }
  assert.match(text, pattern);
}

// The focus gets to an element with this text, or to a field of this name.
const focuses = (tab, pattern) => becomes(tab, () => tab.evaluate(() =>
  document.activeElement.innerText || document.activeElement.id), pattern);

// A finding with this message is opened.
const opens = (tab, pattern) => becomes(tab, () => tab.evaluate(() =>
  document.querySelector('#finding h1')?.innerText ?? ''), pattern);

// What axe-core finds, in a line each. It cannot load style sheets of a file again.
async function violations(tab) {
  await tab.evaluate(axe);
  // What is drawn behind and over text keeps axe-core from judging it.
  await tab.addStyleTag({content: `* { transition: none !important }
    svg.path { display: none } .option { background: var(--fill) !important }`});
  const {violations, incomplete} = await tab.evaluate(
    () => window.axe.run({preload: false}));
  for (const each of incomplete)
    if (each.id === 'color-contrast') // but of arrows, which are no text
      violations.push({...each, nodes: each.nodes.filter(
        node => node.any[0].data.messageKey !== 'nonBmp')});
  return violations.flatMap(each => each.nodes.map(node =>
    `${each.id}: ${node.target}: ${node.failureSummary.replace(/\n/g, ' ')}`));
}

async function choose(tab, facet, value, isOn = true) {
  await tab.locator(`#facet-list input[name=${facet}][value="${value}"]`)
    .setChecked(isOn);
}

// ---- A few findings --------------------------------------------------------

async function filters(tab) {
  assert.equal(await tab.innerText('h1 >> visible=true'),
    '4 new findings and 1 known, in 3 files');
  assert.match((await texts(tab, '#run li'))[0], /broken\.cpp.*<mapix\.h>/);
  assert.equal((await messages(tab)).length, 4);
  await choose(tab, 'state', 'known');
  assert.equal((await messages(tab)).length, 5);
  await choose(tab, 'state', 'new', false);
  assert.deepEqual(await messages(tab), ['session session is lost here']);
  await tab.click('#clear');
  assert.equal((await messages(tab)).length, 5);

  await choose(tab, 'level', 'Level 1');
  assert.equal((await messages(tab)).length, 3);
  await choose(tab, 'level', 'Error');
  await choose(tab, 'folder', 'store');
  assert.deepEqual(await messages(tab), ['unknown type name __proto__']);
  assert.equal(await tab.innerText('#status'), '1 of 5 findings');
  await tab.reload(); // the address has the filters
  assert.deepEqual(await messages(tab), ['unknown type name __proto__']);
  await tab.click('#clear');

  await choose(tab, 'check', 'mapi-live-at-logoff');
  assert.equal((await messages(tab)).length, 1);
  await tab.click('#clear');
  await tab.fill('#query', 'BOLD endsession');
  assert.deepEqual(await messages(tab),
    ['<b>bold</b> & co. are used after Logoff']);
  await tab.fill('#query', 'nowhere');
  assert.match(await tab.innerText('#list'), /No finding passes/);
}

const litLines = tab => tab.$$eval('.line.lit',
  lines => lines.map(line => `${line.closest('.panel').querySelector('h2')
    .textContent}:${line.dataset.line} ${line.querySelector('.text').textContent}`));

async function steps(tab) {
  await tab.click('text=is still open when');
  await opens(tab, /is still open/);
  assert.deepEqual(await litLines(tab),
    ['main.cpp:8   /* \u{1f511} */ openStore(session, &store);']);
  // Columns count code points: what is in front of this token is two of
  // JavaScript's characters.
  assert.deepEqual(await texts(tab, '.line.lit mark'), ['openStore']);
  await tab.click('.step >> nth=1');
  assert.deepEqual(await litLines(tab), ['store/open.cpp:5     return ' +
    'session->OpenMsgStore(0, 0, nullptr, nullptr, 0, store); // "</script>"']);
  assert.deepEqual(await texts(tab, '.line.lit mark'), ['OpenMsgStore']);
  assert(await tab.locator('.note[data-step="1"]').evaluate(note => {
    const box = note.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= window.innerHeight;
  }));
  await tab.click('.note[data-step="3"]');
  assert.match((await litLines(tab))[0], /^main\.cpp:12 /);
  assert.equal(await tab.getAttribute('.step[aria-current]', 'data-step'), '3');
  assert.equal(await tab.locator('.is-finding.step').innerText().then(
    text => text.split('\n')[0]), '3');
  // As many ways as there are pairs of steps, each with its tip.
  assert.equal(await tab.locator('svg.path path').count(), 6);

  assert.deepEqual(await texts(tab, '.ladder .broken'),
    ['2\nRelease every object before Logoff']);
  assert.equal(await tab.locator('.ladder li').count(), 8);
  assert.deepEqual(await texts(tab, '.patch .added .text'),
    ['  store->Release();']);
  assert.deepEqual(await texts(tab, '.patch .removed .text'),
    ['  closeStore(store);']);
  assert.equal(await tab.locator('.about .prose > *').count(), 0);
  await tab.click('.about summary');
  await tab.waitForSelector('.about .prose h3');
  assert.match(await tab.innerText('.about'), /Unsafe patterns/);
}

async function keys(tab) {
  await tab.keyboard.press('/');
  await focuses(tab, /^query$/);
  await tab.keyboard.press('ArrowDown');
  await focuses(tab, /^MAPIUninitialize is called/);
  await tab.keyboard.press('ArrowDown');
  await focuses(tab, /^store \(IMsgStore\) is still open/);
  await tab.keyboard.press('k');
  await focuses(tab, /^MAPIUninitialize is called/);
  await tab.keyboard.press('j');
  await tab.keyboard.press('Enter');
  await opens(tab, /^store \(IMsgStore\) is still open/);
  await focuses(tab, /^store \(IMsgStore\) is still open/);
  assert.match(await tab.title(), /is still open/);
  await tab.keyboard.press('ArrowRight');
  assert.match((await litLines(tab))[0], /^store\/open\.cpp:5 /);
  await tab.keyboard.press('ArrowLeft');
  await tab.keyboard.press('ArrowLeft'); // there is nothing before the first
  assert.match((await litLines(tab))[0], /^main\.cpp:8 /);
  await tab.focus('.step >> nth=0');
  await tab.keyboard.press('ArrowDown');
  await focuses(tab, /^2\n/);
  await tab.keyboard.press('j');
  await opens(tab, /^<b>bold<\/b>/);
  assert.equal(await tab.innerText('#position'), '3 of 4');
  await tab.keyboard.press('k');
  await opens(tab, /is still open/);
  await tab.keyboard.press('Escape');
  await opens(tab, /^$/);
  await focuses(tab, /^store \(IMsgStore\) is still open/);
  await tab.goBack(); // to the finding
  await opens(tab, /is still open/);
}

async function missing(tab) {
  assert.match(await tab.innerText('.missing'), /could not be read/);
  assert.deepEqual(await texts(tab, '.ladder .broken .rung'), ['6', '7', '8']);
  await tab.keyboard.press('ArrowRight');
  assert.deepEqual(await litLines(tab), []);
  assert.match(await tab.innerText('.note.current'), /MAPIUninitialize/);
}

const narrow = {viewport: {width: 390, height: 844}, hasTouch: true,
  isMobile: true};

async function onPhone(tab) {
  const fits = () => tab.evaluate(
    () => document.documentElement.scrollWidth <= window.innerWidth);
  assert(await fits());
  assert(!await tab.isVisible('#facet-list'));
  await tab.tap('text=Filters');
  assert(await tab.isVisible('#facet-list'));
  await tab.tap('text=is still open when');
  await opens(tab, /is still open/);
  assert(await fits());
  assert(!await tab.isVisible('.steps'));
  await tab.tap('[aria-label="Next step"]');
  assert.match((await litLines(tab))[0], /^store\/open\.cpp:5 /);
  assert.match(await tab.innerText('.stepper'), /2 of 4/);
}

async function accessible(browser) {
  for (const colorScheme of ['light', 'dark'])
    for (const size of [{}, narrow])
      for (const hash of ['', '#finding=0', '#finding=2', '#finding=4'])
        await withPage(browser, {...size, colorScheme}, hash, async tab => {
          if (await tab.isVisible('.about')) {
            await tab.click('.about summary');
            await tab.waitForSelector('.about .prose h3');
          }
          assert.deepEqual(await violations(tab), [],
            `${colorScheme} ${hash} ${JSON.stringify(size)}`);
        });
  // What axe-core is asked for, it finds.
  await withPage(browser, {}, '', async tab => {
    await tab.addStyleTag({content: '.meta { color: #ccc !important }'});
    assert.notDeepEqual(await violations(tab), []);
  });
}

// A page that was copied without its data says so.
async function withoutData(browser) {
  const context = await browser.newContext();
  await context.route('**/data.js', route => route.abort());
  const tab = await context.newPage();
  await tab.goto(address);
  assert.match(await tab.innerText('h1 >> visible=true'), /data\.js/);
  await context.close();
}

async function few(browser) {
  await withoutData(browser);
  await withPage(browser, {}, '', filters);
  await withPage(browser, {}, '', steps);
  await withPage(browser, {}, '', keys);
  await withPage(browser, {}, '#finding=0', missing);
  await withPage(browser, narrow, '', onPhone);
  await accessible(browser);
}

// ---- Many findings ---------------------------------------------------------

const elements = tab => tab.evaluate(
  () => document.querySelectorAll('*').length);

async function many(browser) {
  await withPage(browser, {}, '', async tab => {
    const time = await tab.evaluate(() =>
      performance.getEntriesByType('navigation')[0].loadEventEnd);
    console.log(`loaded after ${Math.round(time)} ms`);
    assert.match(await tab.innerText('h1 >> visible=true'),
      /^2,000 findings in 100 files$/);
    const atFirst = await elements(tab);
    console.log(`${atFirst} elements`);
    assert(atFirst < 2500, `${atFirst} elements`);
    // One looks further: more comes, and the last one can be reached.
    await tab.keyboard.press('End');
    await tab.waitForFunction(() =>
      document.querySelectorAll('#list li').length > 60);
    await tab.keyboard.press('k');
    await focuses(tab, /^finding 1999 of/);
    await tab.fill('#query', 'function1234');
    assert.deepEqual(await messages(tab), ['finding 1234 of store (IMsgStore)']);
    assert(await elements(tab) < 500);
    await tab.fill('#query', '');
    assert(await elements(tab) < 2500);
    await tab.click('#list a >> nth=3');
    await opens(tab, /^finding 3 of/);
    assert.equal(await tab.innerText('#position'), '4 of 2,000');
  });
}

// ---- Pictures --------------------------------------------------------------

async function takePictures(browser) {
  const sizes = {phone: narrow, desk: {}, wide: {viewport:
    {width: 1920, height: 1080}}};
  for (const [name, size] of Object.entries(sizes))
    for (const colorScheme of ['light', 'dark'])
      for (const hash of ['', '#finding=2'])
        await withPage(browser, {...size, colorScheme}, hash, tab =>
          tab.screenshot({path: path.join(pictures,
            `${name}-${colorScheme}${hash && '-finding'}.png`)}));
}

(async () => {
  const browser = await chromium.launch({executablePath: browserPath});
  try {
    await {few, many}[kind](browser);
    if (pictures) await takePictures(browser);
    console.log('done');
  } finally {
    await browser.close();
  }
})().catch(error => {
  console.error(error.stack);
  process.exitCode = 1;
});
