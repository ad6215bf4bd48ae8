import type {ComponentChildren} from 'preact'
import {Card} from './components/card.tsx'
import {Corrections} from './components/corrections.tsx'
import {Day} from './components/day.tsx'
import {Downloads} from './components/downloads.tsx'
import {LanguageSwitcher} from './components/language-switcher.tsx'
import {Notices} from './components/notice.tsx'
import {Steps} from './components/steps.tsx'
import {T} from './components/t.tsx'
import {Topic} from './components/topic.tsx'
import type {Name, Notice, SampleKey, ShowcaseView, SiteKey, Words} from './view.ts'

/** A component, shown in each of its states. */
export interface Specimen {
  /** Its file's name, and its anchor on the page: `card`. */
  readonly file: string
  readonly title: Name
  readonly states: readonly {readonly state: Name; readonly node: ComponentChildren}[]
}

/** Every component that a page can have in it, in every state. */
export function specimens({samples, words}: ShowcaseView): readonly Specimen[] {
  const {said, card, corrections, day, downloads, languages, notice, parallel, steps} = samples
  const {foreignCard, foreignCorrection, foreignTopic, foreignWords, noDay, topics} = samples
  const state = (key: SampleKey, node: (own: Words) => ComponentChildren) => ({
    state: said[key],
    node: node(labelled(words, said[key].text)),
  })
  const notices =
    (...kinds: readonly Notice['kind'][]) =>
    (own: Words) => <Notices notices={kinds.map((kind) => ({kind, ...notice}))} words={own} />
  return [
    {
      file: 'card',
      title: said['card.title'],
      states: [
        state('card.whole', (own) => <Card {...card} words={own} />),
        state('card.bare', (own) => (
          <Card
            {...card}
            standfirst={undefined}
            dateline={undefined}
            published={undefined}
            words={own}
          />
        )),
        ...(foreignCard
          ? [state('cards.foreign', (own) => <Card {...foreignCard} words={own} />)]
          : []),
      ],
    },
    {
      file: 'notice',
      title: said['notices.title'],
      states: [
        state('notices.stale', notices('stale')),
        state('notices.partial', notices('partial')),
        state('notices.fallback', notices('fallback')),
        state('notices.two', notices('stale', 'partial')),
      ],
    },
    {
      file: 'corrections',
      title: said['corrections.title'],
      states: [
        state('corrections.one', (own) => (
          <Corrections corrections={corrections.slice(0, 1)} words={own} />
        )),
        state('corrections.two', (own) => <Corrections corrections={corrections} words={own} />),
        ...(foreignCorrection
          ? [
              state('corrections.foreign', (own) => (
                <Corrections corrections={[foreignCorrection]} words={own} />
              )),
            ]
          : []),
      ],
    },
    {
      file: 'downloads',
      title: said['downloads.title'],
      states: [
        state('downloads.both', (own) => <Downloads downloads={downloads} words={own} />),
        state('downloads.one', (own) => (
          <Downloads downloads={downloads.slice(0, 1)} words={own} />
        )),
      ],
    },
    {
      file: 'language-switcher',
      title: said['switcher.title'],
      states: [
        state('switcher.languages', (own) => (
          <LanguageSwitcher languages={languages} parallels={[]} words={own} />
        )),
        state('switcher.beside', (own) => (
          <LanguageSwitcher languages={languages} parallels={[parallel]} words={own} />
        )),
      ],
    },
    {
      file: 'steps',
      title: said['steps.title'],
      states: [
        state('steps.first', (own) => <Steps {...steps.first} words={own} />),
        state('steps.middle', (own) => <Steps {...steps.middle} words={own} />),
        state('steps.last', (own) => <Steps {...steps.last} words={own} />),
      ],
    },
    {
      file: 'topic',
      title: said['topic.title'],
      states: [
        state('topic.own', () =>
          topics.map((topic) => (
            <p>
              <Topic {...topic} />
            </p>
          )),
        ),
        ...(foreignTopic
          ? [
              state('topic.foreign', () => (
                <p>
                  <Topic {...foreignTopic} />
                </p>
              )),
            ]
          : []),
      ],
    },
    {
      file: 'day',
      title: said['day.title'],
      states: [
        state('day.alone', (own) => (
          <p>
            <Day day={day} words={own} />
          </p>
        )),
        state('day.sentence', (own) => (
          <p>
            <Day day={day} words={own} k="article.published" />
          </p>
        )),
        state('day.none', (own) => (
          <p>
            <Day day={noDay} words={own} k="article.published" />
          </p>
        )),
      ],
    },
    {
      file: 't',
      title: said['words.title'],
      states: [
        state('words.own', (own) => (
          <p>
            <T words={own} k="paper.tagline" />
          </p>
        )),
        ...(foreignWords
          ? [
              state('words.foreign', () => (
                <p>
                  <T words={foreignWords} k="paper.tagline" />
                </p>
              )),
            ]
          : []),
      ],
    },
  ]
}

/** What landmarks are called. */
const labels: ReadonlySet<SiteKey> = new Set([
  'correction.label',
  'download.label',
  'languages.label',
  'notice.label',
  'steps.label',
])

/** A landmark stands on the page in each of its states: its name says in which. */
function labelled(words: Words, state: string): Words {
  return {
    ...words,
    say: (key, values) =>
      labels.has(key) ? `${words.say(key, values)} (${state})` : words.say(key, values),
  }
}
