import {afterAll, beforeAll, expect, test} from 'vitest'
import {editionShape} from '../../pipeline/check/browser/edition-shape.ts'
import type {CheckingBrowser} from '../../pipeline/io/checking-browser.ts'
import type {Utterance} from '../../pipeline/model/speech.ts'
import {transcribe} from '../../pipeline/report/transcript.ts'
import {speaker} from '../../pipeline/words/speaker.ts'
import {context} from '../report/sample.ts'
import {open, page, views} from '../support/browser.ts'

const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

const cases: readonly (readonly [what: string, body: string, lines: readonly string[]])[] = [
  [
    'where one is, by the menu',
    '<nav aria-label="Main"><ul><li><a href="/" aria-current="page">Home</a><li><a href="/b">News</a></ul></nav>',
    [
      'navigation landmark, Main',
      'list with 2 items',
      '• link, Home, current page',
      '• link, News',
      'out of list',
      'out of navigation landmark',
    ],
  ],
  [
    'numbers of items, and lists within lists',
    '<ol><li>One<li>Two<ul><li>Within</ul></ol>',
    [
      'list with 2 items',
      '1. One',
      '2. Two',
      'list with 1 item',
      '◦ Within',
      'out of list',
      'out of list',
    ],
  ],
  [
    'a heading that is a link, once',
    '<h2><a href="/b">Troops</a></h2>',
    ['heading level 2, link, Troops'],
  ],
  [
    'words of another language, in the voice of that language',
    '<p>She said <span lang="ko">안녕하세요</span> to all.</p>',
    ['She said', '안녕하세요 [Korean]', 'to all.'],
  ],
  [
    'fields for a month and a week',
    '<label>From <input type="month" value="2026-11"></label><label>In <input type="week"></label>',
    ['month field, From, 2026-11', 'week field, In'],
  ],
  [
    'a term that is defined in its place, once',
    '<dl><dt><dfn>Galley</dfn><dd>A proof.</dl>',
    ['description list with 1 item', 'term, Galley', 'A proof.', 'out of description list'],
  ],
  [
    'that something is told at length elsewhere',
    '<p id="n">A note.</p><button aria-details="n">Save</button>',
    ['A note.', 'button, Save, has details'],
  ],
  [
    'cells with their headers',
    '<table><caption>Troops</caption><tr><th>Place<th>Number<tr><th scope="row">Kursk<td>300</table>',
    [
      'table with 2 rows and 2 columns, Troops',
      'row 1, column header, Place',
      'column header, Number',
      'row 2, row header, Kursk',
      'cell, Number, Kursk: 300',
      'out of table',
    ],
  ],
  [
    'fields with what they hold and what explains them',
    '<label for="a">Name</label><input id="a" value="Kim" required aria-describedby="b"><p id="b">As in your passport</p>',
    ['edit, Name, Kim, required, As in your passport', 'As in your passport'],
  ],
  [
    'a closed list by what is chosen',
    '<select aria-label="Kind"><option>One<option selected>Two</select>',
    ['combo box, Kind, Two, collapsed'],
  ],
  [
    'a group by its legend, once',
    '<fieldset><legend>Colour</legend><label><input type="checkbox" checked> Red</label></fieldset>',
    ['group, Colour', 'checkbox, Red, checked', 'out of group'],
  ],
  [
    'what the page itself calls it',
    '<div role="group" aria-roledescription="slide" aria-label="1 of 3">A view</div>',
    ['slide, 1 of 3', 'A view', 'out of slide'],
  ],
  [
    'a formula in one line, what stands above, below and under a root told apart',
    '<p>So <math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac><mo>=</mo><msqrt><mi>x</mi></msqrt><msup><mi>y</mi><mn>2</mn></msup><msub><mi>y</mi><mn>2</mn></msub><mroot><mi>z</mi><mn>3</mn></mroot><mroot><mi>z</mi><mi>n</mi></mroot><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>0</mn></mrow><mi>n</mi></munderover><mover><mi>x</mi><mo>¯</mo></mover><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable></math>.</p><math aria-label="one"><mn>1</mn></math>',
    ['So', 'math, (a + b)/2 = √x y^2 y_2 ∛z √[n]z ∑_(i = 0)^n x^¯ [1, 0; 0, 1]', 'math, one'],
  ],
  [
    'where one is, whatever says it',
    '<ol><li><a href="/">Home</a><li aria-current="page">Data</ol><p>Now <span aria-current="time">10:00</span></p><div aria-current="true"><h3>Block</h3></div>',
    [
      'list with 2 items',
      '1. link, Home',
      '2. current page, Data',
      'out of list',
      'Now',
      'current time, 10:00',
      'current, heading level 3, Block',
    ],
  ],
  [
    'the headers that a cell names, where it names some',
    '<table><tr><th id="p">Person<th id="a">Age<tr><td id="k" headers="p">Kim<td headers="a k">30<tr><td headers="gone">Lee<td headers="">40</table>',
    [
      'table with 3 rows and 2 columns',
      'row 1, column header, Person',
      'column header, Age',
      'row 2, cell, Person: Kim',
      'cell, Age, Kim: 30',
      'row 3, cell, Person: Lee',
      'cell, Age: 40',
      'out of table',
    ],
  ],
  [
    'the page’s own words in the letters of its language',
    '<div role="group" aria-roledescription="슬라이드" aria-label="1/3">눈</div><div role="slider" aria-label="크기" aria-valuetext="삼 기가" aria-valuenow="3" tabindex="0"></div><button aria-keyshortcuts="Alt+가">Café</button><div role="meter" aria-label="Full" aria-valuetext="à moitié" aria-valuenow="1"></div>',
    [
      '슬라이드, 1/3',
      '눈',
      'out of 슬라이드',
      'slider, 크기, 삼 기가',
      'button, Café, Alt+가',
      'meter, Full, à moitié',
    ],
  ],
  [
    'what is typed into as a field, and what it holds once',
    '<div contenteditable>Type</div><div contenteditable aria-label="Body">x<p>y <a href="/">z</a></p></div><div role="textbox" contenteditable>Bare</div>',
    ['edit, Type', 'edit, Body, x y z', 'edit, Bare, multi line'],
  ],
  [
    'nothing of breaks within words and of letters that are icons',
    '<p>zero&#8203;width soft&shy;hyphen</p><a href="/">&#xe88a; Home</a><p>&#xe88a;</p>',
    ['zerowidth softhyphen', 'link, Home'],
  ],
  [
    'what an item of a list is, and that one is empty',
    '<ul><li><article><h3>One</h3></article><li><ul><li>x</ul><li></ul>',
    [
      'list with 3 items',
      '• article',
      'heading level 3, One',
      'out of article',
      '• list with 1 item',
      '◦ x',
      'out of list',
      'list item, •',
      'out of list',
    ],
  ],
  [
    'no language of what says no word of it',
    '<blockquote lang="de"><p>Zitat</p></blockquote><table lang="ko"><tr><th>가<tr><td>나</table>',
    [
      'quotation',
      'Zitat [German]',
      'out of quotation',
      'table with 2 rows and 1 column',
      'row 1, column header, 가 [Korean]',
      'row 2, cell, 가: 나 [Korean]',
      'out of table',
    ],
  ],
  [
    'in one breath what has hidden words of another language in it',
    '<table><tr><th>A<tr><td><span hidden lang="ko">가</span>one</table><h2><span style="display:none" lang="ko">나</span>Two</h2>',
    [
      'table with 2 rows and 1 column',
      'row 1, column header, A',
      'row 2, cell, A: one',
      'out of table',
      'heading level 2, Two',
    ],
  ],
  [
    'what opens, whatever opens it',
    '<div role="menu"><a role="menuitem" aria-haspopup="true" tabindex="0">File</a></div><a href="/" aria-haspopup="dialog">Log in</a><input aria-label="Day" aria-haspopup="grid">',
    [
      'menu with 1 item',
      'menu item, File, opens a menu',
      'out of menu',
      'link, Log in, opens a dialog',
      'edit, Day, opens a grid',
    ],
  ],
  [
    'where a remark or an application ends',
    '<div role="comment">Aye</div><div role="application" aria-label="Map"><button>Zoom</button></div>',
    ['comment', 'Aye', 'out of comment', 'application, Map', 'button, Zoom', 'out of application'],
  ],
  [
    'letters of one word together, however they are marked up',
    '<p>H<sub>2</sub>O, <em>Kur</em>sk, <q>so</q>, <ruby>漢<rt>han</rt></ruby>z</p>',
    ['H2O, Kursk, “so”, 漢(han)z'],
  ],
  [
    'what is laid out apart in lines of its own',
    '<p><span style="display:block">Seoul</span><span style="display:block">Today</span></p>',
    ['Seoul', 'Today'],
  ],
  [
    'no line of nothing but a comma behind a link',
    '<p>See <a href="/b">this</a>, and <a href="/c">that</a>.</p>',
    ['See', 'link, this', 'and', 'link, that'],
  ],
  [
    'a picture that is a link, once',
    `<a href="/b"><img src="${dot}" alt="Read on"></a>`,
    ['link, image, Read on'],
  ],
  [
    'a card with a heading, and no picture that only decorates',
    `<a href="/b"><img src="${dot}" alt=""><h2>Troops</h2><p>They spoke.</p></a>`,
    ['link, heading level 2, Troops', 'They spoke.', 'out of link'],
  ],
  [
    'the two languages of one heading',
    '<h2><span lang="ko">절망</span> <span>Despair</span></h2>',
    ['heading level 2, 절망 [Korean]', 'Despair', 'out of heading'],
  ],
  [
    'cells of links, of lists and of nothing',
    '<table><tr><th>Read<th>Of<tr><td><a href="/b">One</a><td><ul><li>A</ul><tr><td><td>B</table>',
    [
      'table with 3 rows and 2 columns',
      'row 1, column header, Read',
      'column header, Of',
      'row 2, cell, Read, link, One',
      'cell, Of',
      'list with 1 item',
      '• A',
      'out of list',
      'row 3, cell, Read, blank',
      'cell, Of: B',
      'out of table',
    ],
  ],
  [
    'a caption with words of another kind in it, once',
    '<table><caption>Lost in <b>2026</b></caption><tr><th>A<tr><td>1</table>',
    [
      'table with 2 rows and 1 column, Lost in 2026',
      'row 1, column header, A',
      'row 2, cell, A: 1',
      'out of table',
    ],
  ],
  [
    'a figure with its caption, and where it ends',
    `<figure><img src="${dot}" alt="Snow"><figcaption>Kursk. <a href="/c">AP</a></figcaption></figure>`,
    ['figure', 'image, Snow', 'Kursk.', 'link, AP', 'out of figure'],
  ],
  [
    'what was struck out and put in',
    '<p>Some <del>200</del> <ins>300</ins> soldiers</p>',
    [
      'Some',
      'deletion',
      '200',
      'out of deletion',
      'insertion',
      '300',
      'out of insertion',
      'soldiers',
    ],
  ],
  [
    'terms',
    '<dl><dt>Unit<dd>A text</dl>',
    ['description list with 1 item', 'term, Unit', 'A text', 'out of description list'],
  ],
  [
    'notes and the way back',
    '<p>So<sup><a href="#n" id="r" role="doc-noteref">1</a></sup></p><section role="doc-endnotes" aria-label="Notes"><ol><li id="n">Why. <a href="#r" role="doc-backlink" aria-label="To note 1">↩</a></ol></section>',
    [
      'So',
      'note reference, 1',
      'notes, Notes',
      'list with 1 item',
      '1. Why.',
      'back to the text, To note 1',
      'out of list',
    ],
  ],
  [
    'states',
    '<div role="checkbox" aria-checked="mixed" tabindex="0">All</div><div role="switch" aria-checked="true" tabindex="0">Wifi</div><button aria-haspopup="dialog">Open</button><a href="/s" aria-current="step">Pay</a>',
    [
      'checkbox, All, partly checked',
      'switch, Wifi, on',
      'button, Open, opens a dialog',
      'link, Pay, current step',
    ],
  ],
  [
    'fields of other kinds, without the browser’s own parts',
    '<input type="date" aria-label="Day" value="2026-11-26"><input type="number" aria-label="Of" value="3"><input type="password" aria-label="Word" value="abc"><input type="search" aria-label="Find" placeholder="Words"><textarea aria-label="Text" readonly>Fixed</textarea>',
    [
      'date field, Day, 2026-11-26',
      'spin button, Of, 3',
      'edit, Word, •••, protected',
      'search field, Find, Words',
      'edit, Text, Fixed, multi line, read only',
    ],
  ],
  [
    'a player by the name that its author gave it',
    '<video controls aria-label="The soldiers’ march"></video>',
    ['video, The soldiers’ march'],
  ],
  [
    'what stands in frames, and in frames within them, where each begins and ends',
    `<p>Before</p><iframe title="Map" srcdoc="&lt;html lang='ko'>&lt;title>Inner&lt;/title>&lt;h2>지도&lt;/h2>&lt;iframe title='Legend' srcdoc='&amp;lt;p>Pears&amp;lt;/p>'>&lt;/iframe>"></iframe>
     <iframe srcdoc="<p>Second</p>"></iframe><iframe title="Nothing" aria-hidden="true" srcdoc="<p>No</p>"></iframe><p>After</p>`,
    [
      'Before',
      'frame, Map',
      'heading level 2, 지도 [Korean]',
      'frame, Legend [Korean]',
      'Pears',
      'out of frame',
      'out of frame',
      'frame',
      'Second',
      'out of frame',
      'After',
    ],
  ],
  [
    'columns under a header of several, and rows beside one',
    '<table><tr><th rowspan="2">Place<th colspan="2">Lost<tr><th>Killed<th>Wounded<tr><th scope="row" rowspan="2">Kursk<td>1<td>2<tr><td>3<td></table>',
    [
      'table with 4 rows and 3 columns',
      'row 1, column header, Place',
      'column header, Lost',
      'row 2, column header, Killed',
      'column header, Wounded',
      'row 3, row header, Kursk',
      'cell, Lost, Killed, Kursk: 1',
      'cell, Lost, Wounded, Kursk: 2',
      'row 4, cell, Lost, Killed, Kursk: 3',
      'cell, Lost, Wounded, Kursk, blank',
      'out of table',
    ],
  ],
  [
    'how a table is sorted, and which part of it is here',
    '<table aria-rowcount="90"><tr><th aria-sort="ascending"><button>Name</button><th>Age<tr aria-rowindex="41"><td>Kim<td>30</table>',
    [
      'table with 90 rows and 2 columns',
      'row 1, column header, sorted ascending, button, Name',
      'column header, Age',
      'row 41, cell, Name: Kim',
      'cell, Age: 30',
      'out of table',
    ],
  ],
  [
    'rows of a tree, and items of trees, by what is open and how deep',
    '<div role="treegrid" aria-label="Files"><div role="row" aria-level="1" aria-expanded="true"><div role="gridcell">src</div></div></div><ul role="tree" aria-label="Places"><li role="treeitem" aria-expanded="true"><span>Asia</span><ul role="group"><li role="treeitem">Korea</ul></ul>',
    [
      'tree grid with 1 row and 1 column, Files',
      'row 1 level 1, expanded, cell, src',
      'out of tree grid',
      'tree with 1 item, Places',
      'tree item level 1, Asia, expanded',
      'tree item level 2, Korea',
      'out of tree',
    ],
  ],
  [
    'how many tabs, options and entries there are',
    '<div role="tablist"><button role="tab" aria-selected="true">One</button><button role="tab">Two</button></div><ul role="listbox" aria-label="Fruit" aria-multiselectable="true"><li role="option" aria-selected="true">Pear</ul><div role="menu"><div role="menuitem" tabindex="-1">New</div><div role="group" aria-label="Size"><div role="menuitemradio" aria-checked="true" tabindex="-1">Big</div></div></div>',
    [
      'tab control with 2 items',
      'tab, One, selected',
      'tab, Two',
      'list box with 1 item, Fruit, multi-selectable',
      'option, Pear, selected',
      'menu with 2 items',
      'menu item, New',
      'group, Size',
      'menu item, Big, checked',
      'out of group',
      'out of menu',
    ],
  ],
  [
    'what is wrong with a field, while it is',
    '<input aria-label="Street" aria-invalid="true" aria-errormessage="m"><p id="m">No <b>street</b></p><input aria-label="City" aria-errormessage="n"><p id="n" hidden>No city</p>',
    ['edit, Street, invalid entry, No street', 'No street', 'edit, City'],
  ],
  [
    'what is busy, half pressed, on a key or part of the way',
    '<button aria-busy="true">Send</button><button aria-pressed="mixed">Bold</button><button aria-keyshortcuts="Control+B">B</button><progress aria-label="Sent" value="30" max="60"></progress><input role="combobox" aria-label="Find" aria-autocomplete="list" aria-expanded="false">',
    [
      'button, Send, busy',
      'button, Bold, partly pressed',
      'button, B, Control+B',
      'progress bar, Sent, 50%',
      'combo box, Find, collapsed, has auto complete',
    ],
  ],
  [
    'how each character is read, and lines as they were written',
    '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rp>(</rp><rt>ji</rt><rp>)</rp></ruby> <em>in</em> <b>two</b></p><pre>let a\n\nlet b</pre>',
    ['漢(kan)字(ji) in two', 'let a', 'let b'],
  ],
  [
    'captions of several lines and terms with a colon of the style sheet, once',
    '<style>dt::after { content: ":" }</style><table><caption>Troops<p>By place</p></caption><tr><th>A<tr><td>1</table><dl><dt>Unit<dd>A text<dt><a href="/b">Rank</a><dd>Another</dl>',
    [
      'table with 2 rows and 1 column, Troops By place',
      'row 1, column header, A',
      'row 2, cell, A: 1',
      'out of table',
      'description list with 2 items',
      'term, Unit:',
      'A text',
      'term, link, Rank',
      'Another',
      'out of description list',
    ],
  ],
  [
    'drawings by their names, parts of books by what they are to readers',
    '<svg width="9" height="9"><title>Losses</title><text y="9">300</text></svg><svg width="9" height="9"><text y="9">Bare</text></svg><div role="doc-toc" aria-label="Contents">One</div><div role="doc-chapter">Two</div>',
    [
      'graphic, Losses',
      '300',
      'Bare',
      'navigation landmark, Contents',
      'One',
      'out of navigation landmark',
      'Two',
    ],
  ],
  [
    'nothing of a place that waits for a message, or of a quotation mark alone',
    '<div role="status"></div><p>She said <q lang="ko">예</q> then.</p>',
    ['She said', '예 [Korean]', 'then.'],
  ],
  [
    'blocks whose role is taken away, one by one',
    '<p role="presentation">One</p><h2 role="none">Two</h2><ul role="none" style="list-style:none"><li role="none">Three</li><li role="none">Four</li></ul>',
    ['One', 'Two', 'Three', 'Four'],
  ],
  [
    'a measure as it was given, and what is highlighted',
    '<meter aria-label="Disk" value="0.6"></meter><p>So <mark>they</mark> say.</p>',
    ['meter, Disk, 0.6', 'So', 'highlight', 'they', 'out of highlight', 'say.'],
  ],
  [
    'nothing of what is hidden, and nothing of a list without items',
    '<p aria-hidden="true">a</p><p hidden>b</p><p style="visibility:hidden">c</p><ul></ul><p>d</p>',
    ['d'],
  ],
]

let browser: CheckingBrowser
const heard = new Map<string, readonly Utterance[]>()

beforeAll(async () => {
  browser = await open({probes: [editionShape], views: views.slice(2)})
  const {captures} = await browser.capture(
    cases.map(([what, body]) =>
      page(`${what}.html`, `<!doctype html><html lang="en"><title>x</title>${body}</html>`),
    ),
  )
  for (const {page: path, evidence, failures} of captures) {
    expect(failures).toEqual({})
    heard.set(path, evidence[editionShape.id] as unknown as readonly Utterance[])
  }
})
afterAll(() => browser.close())

test.each(cases)('a screen reader says %s', (what, _, lines) => {
  const said = transcribe(heard.get(`${what}.html`) ?? [], speaker(context.words, 'en', 'en'))
  expect(said.map(({text}) => text)).toEqual(['page, x', ...lines])
})
