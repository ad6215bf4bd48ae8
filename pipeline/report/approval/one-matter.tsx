import type {FoundOn, Picture} from '../../model/finding.ts'
import {changesOf} from '../changes.ts'
import {Code, In, T} from '../html/words.tsx'
import {sentenceOf} from '../sentence.ts'
import type {Matter} from './matter.ts'
import type {Told} from './page.tsx'

interface One extends Told {
  readonly matter: Matter
  readonly index: number
}

/** What changed, the two buttons, and every picture of it. */
export function MatterPage(told: One) {
  const {matter, index, words, matters, base} = told
  const {finding, looks, decided} = matter
  const at = (number: number) => `${base}${words.locale}/${number}`
  const changes = changesOf(finding, words)
  const comparable = looks.some(({pictures}) => pictures.some(({label}) => label === 'approved'))
  return (
    <>
      <nav class="steps" aria-label={words.say('report', 'approval.steps')}>
        <a href={`${base}${words.locale}/`}>
          <T words={words} k="approval.all" />
        </a>
        <span>
          <T words={words} k="approval.matter" values={{number: index + 1, all: matters.length}} />
        </span>
        {index > 0 && (
          <a href={at(index)} data-key="p" aria-keyshortcuts="p" rel="prev">
            <T words={words} k="approval.previous" /> <kbd>p</kbd>
          </a>
        )}
        {index + 1 < matters.length && (
          <a href={at(index + 2)} data-key="n" aria-keyshortcuts="n" rel="next">
            <T words={words} k="approval.next" /> <kbd>n</kbd>
          </a>
        )}
      </nav>
      <h1 class="sentence">
        <In {...sentenceOf(finding, words)} words={words} />
      </h1>
      {changes.length > 0 && (
        <section>
          <h2>
            <T words={words} k="changes" />
          </h2>
          <ul class="changes">
            {changes.map((change) => (
              <li>
                <In text={change} locale={words.locale} words={words} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Decision {...told} />
      {decided && (
        <p id="decided" role="status" class={`decided ${decided.decision}`}>
          <T
            words={words}
            k={`approval.by.${decided.decision}${decided.reason === '' ? '' : '.because'}`}
            values={{by: decided.by, reason: decided.reason}}
          />
          {decided.decision === 'rejected' && decided.reason === '' && (
            <>
              {' '}
              <T words={words} k="approval.why" />
            </>
          )}
        </p>
      )}
      <section class="compare">
        <h2>
          <T words={words} k="approval.pictures" />
        </h2>
        {comparable && <Ways {...told} />}
        {looks.flatMap((page) =>
          page.views.map((view) => <Look page={page} view={view} {...told} />),
        )}
      </section>
    </>
  )
}

function Decision({matter, index, words, base, by, reason}: One) {
  const {decided} = matter
  // Whoever rejected without a word is asked for it at once.
  const isAsked = decided?.decision === 'rejected' && decided.reason === ''
  return (
    <form class="decision" method="post" action={`${base}${words.locale}/${index + 1}`}>
      <p>
        <T words={words} k="approval.as" values={{by}} />
      </p>
      <label for="reason">
        <T words={words} k="approval.reason" />
      </label>
      <input
        id="reason"
        name="reason"
        value={decided?.reason ?? reason}
        autocomplete="off"
        maxlength={400}
        autofocus={isAsked}
        aria-describedby={isAsked ? 'decided' : undefined}
      />
      <div class="buttons">
        {/* What Enter in the reason does: nothing, for else it would accept; or what was asked for. */}
        <button
          class="default"
          name="decision"
          value="rejected"
          disabled={!isAsked}
          tabIndex={-1}
          aria-hidden="true"
        />
        <button name="decision" value="accepted" data-key="a" aria-keyshortcuts="a">
          <T words={words} k="approval.accept" /> <kbd>a</kbd>
        </button>
        <button name="decision" value="rejected" data-key="r" aria-keyshortcuts="r">
          <T words={words} k="approval.reject" /> <kbd>r</kbd>
        </button>
      </div>
      <label class="keys">
        <input type="checkbox" id="keys" checked /> <T words={words} k="approval.keys" />
      </label>
    </form>
  )
}

/** How the pictures are held against each other; without the script, all of them are side by side. */
function Ways({words}: One) {
  const ways = ['beside', 'over', 'difference'] as const
  return (
    <fieldset class="ways">
      <legend>
        <T words={words} k="approval.ways" />
      </legend>
      {ways.map((way, index) => (
        <label>
          <input type="radio" name="way" id={`way-${way}`} value={way} checked={index === 0} />{' '}
          <T words={words} k={`approval.way.${way}`} />
        </label>
      ))}
      <label class="strength">
        <T words={words} k="approval.strength" />{' '}
        <input type="range" id="strength" min="0" max="100" value="50" />
      </label>
    </fieldset>
  )
}

function Look({page, view, words, base}: One & {readonly page: FoundOn; readonly view: string}) {
  const pictures = page.pictures.filter((picture) => (picture.view ?? view) === view)
  return (
    <section class="look">
      <h3>
        <Code text={page.file} /> <Code text={view} />
      </h3>
      <div class={pictures.length > 1 ? 'figures several' : 'figures'}>
        {pictures.map((picture) => (
          <Figure picture={picture} file={page.file} view={view} words={words} base={base} />
        ))}
      </div>
    </section>
  )
}

function Figure({
  picture,
  file,
  view,
  words,
  base,
}: Pick<Told, 'words' | 'base'> & {
  readonly picture: Picture
  readonly file: string
  readonly view: string
}) {
  const {label, sha256, width, height} = picture
  return (
    <figure class={label}>
      <figcaption>
        <T words={words} k={`picture.${label}`} />
      </figcaption>
      <a href={`${base}picture/${sha256}.png`}>
        <img
          src={`${base}picture/${sha256}.png`}
          width={width}
          height={height}
          loading="lazy"
          alt={words.say('report', `picture.${label}.alt`, {file, view})}
        />
      </a>
    </figure>
  )
}
