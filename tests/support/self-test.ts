import {forgetful} from '../../pipeline/model/memory.ts'
import {accessibility} from '../../pipeline/check/browser/accessibility.ts'
import {standards} from '../../pipeline/check/browser/standards.ts'
import {judgeBy} from '../../pipeline/check/judge.ts'
import {selfTestPage, selfTests} from '../../pipeline/check/self-test.ts'
import type {BrowserOptions} from '../../pipeline/io/checking-browser.ts'
import type {PublicationConfig} from '../../pipeline/model/publication.ts'
import {policy} from '../translate/make-article.ts'
import {html, open, page, strict} from './browser.ts'

const view = {name: 'desktop-light', width: 1280, height: 900, scheme: 'light'} as const
const config: PublicationConfig = {
  url: 'https://news.example/paper/',
  source: 'en',
  locales: [{tag: 'en', direction: 'ltr', autonym: 'English'}],
  views: [view],
  timeLimit: 60_000,
  timeZone: 'UTC',
  machine: undefined,
  policy,
}
const faults =
  '<img src="pear.png"><fieldset><label><input type="radio" name="a"> Abate</label></fieldset>'
const pages = ['one.html', 'two.html'].map((path) => page(path, html(faults)))
const probes = [accessibility, standards]
export const whole = {page: selfTestPage, tests: selfTests}

/** What is found on two pages with an image that has no alternative and a group of fields without a name, by engines that may be broken. */
export async function found(options: Partial<BrowserOptions>) {
  const browser = await open({probes, views: [view], policy: strict, selfTest: whole, ...options})
  const {captures, loads} = await browser.capture(pages)
  await browser.close()
  const {findings} = judgeBy(
    {translation: [], document: [], browser: probes},
    {
      config,
      terms: [],
      memory: forgetful,
      editions: [],
      renditions: pages,
      captures,
    },
  )
  const blocking = findings.filter(({severity}) => severity === 'error')
  return {
    loads,

    blocking: blocking.map(({place, check, outcome}) => `${place.file} ${check} ${outcome}`),
    messages: blocking.flatMap(({message}) => message.values['reason'] ?? []),
  }
}
