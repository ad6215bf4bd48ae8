import type {OpinionEngine, Tab} from '../model/tab.ts'
import {standards} from './browser/standards.ts'

/** What one engine has to find on a page that is wrong in known ways. */
export interface SelfTest {
  /** Whose word is doubted where it does not: an engine's, or a whole check's. */
  readonly of: 'axe' | 'htmlcs' | 'browser/standards' | `browser/${OpinionEngine}`
  readonly expected: readonly string[]
  /** Ids of all that it finds on the page that a tab shows. */
  find(tab: Tab): Promise<readonly string[]>
}

/**
 * An engine that finds nothing looks like a page without faults: two versions of one library side
 * by side are enough. So each has to prove, before its word counts, that it sees what is here.
 * Nothing on it needs a script or a style sheet: it works under every policy.
 */
export const selfTestPage = `<!doctype html>
<html>
<head><meta charset="utf-8"><title>Untitled</title></head>
<body bgcolor="#ffffff">
<h1>Self-test</h1>
<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" width="40" height="40"></p>
<p><font color="#bbbbbb">Words as pale as these are hard to read.</font></p>
<p><a href="#"><span></span></a> <button type="button"></button></p>
<form><p><input type="text"></p>
<fieldset><p><label><input type="radio" name="pear"> Abate</label></p></fieldset></form>
<center>Words in the middle</center>
<h2></h2>
<p>For the harvest of this year, <a href="/harvest.html">click here</a></p>
<p onclick="void 0">Show more</p>
</body>
</html>
`

export const selfTests: readonly SelfTest[] = [
  {
    of: 'axe',
    expected: ['button-name', 'color-contrast', 'html-has-lang', 'image-alt', 'label', 'link-name'],
    find: async (tab) => codesOf(await tab.engine('axe')),
  },
  {
    of: 'htmlcs',
    expected: [
      'WCAG2AA.Principle1.Guideline1_1.1_1_1.H37',
      'WCAG2AA.Principle1.Guideline1_3.1_3_1.H49.Center',
      'WCAG2AA.Principle1.Guideline1_3.1_3_1.H71.NoLegend',
      'WCAG2AA.Principle3.Guideline3_1.3_1_1.H57.2',
    ],
    find: async (tab) => codesOf(await tab.engine('htmlcs')),
  },
  {
    of: 'browser/standards',
    expected: ['rule/fake-control', 'rule/link-text', 'rule/title-text'],
    find: async (tab) => {
      const seen = {page: tab.page, view: tab.view, locale: undefined, article: undefined}
      const findings = standards.judge(await standards.probe(tab), seen)
      return findings.filter(({outcome}) => outcome === 'failed').map(({check}) => check)
    },
  },
]

/** What an engine has to find there whose opinion is asked. */
export function opinionTest(engine: OpinionEngine): SelfTest {
  return {
    of: `browser/${engine}`,
    expected: expectedOf[engine],
    find: async (tab) => codesOf(await tab.engine(engine)),
  }
}

const expectedOf: Readonly<Record<OpinionEngine, readonly string[]>> = {
  alfa: ['sia-r2', 'sia-r4', 'sia-r8', 'sia-r11', 'sia-r12', 'sia-r64'],
  accesslint: [
    'button-name',
    'color-contrast',
    'form-label',
    'html-has-lang',
    'img-alt',
    'link-name',
  ],
  ibm: ['a_text_purpose', 'html_lang_exists', 'img_alt_valid', 'input_label_exists'],
}

function codesOf(
  issues: readonly {readonly code: string; readonly needsReview: boolean}[],
): readonly string[] {
  return issues.filter(({needsReview}) => !needsReview).map(({code}) => code)
}
