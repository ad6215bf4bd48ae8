import type {Finding, Picture} from '../../model/finding.ts'
import type {Speaker} from '../../words/speaker.ts'
import {placeOf, viewsOf} from '../sentence.ts'
import type {Album} from './album.ts'
import {Code, T} from './words.tsx'

/** Every picture of the run, once; the sections in each language show them from here. */
export function PictureStore({album}: {readonly album: Album}) {
  return (
    <svg class="store" width="0" height="0" aria-hidden="true" focusable="false">
      {[...album.values()].map(
        ({uri, picture}) =>
          uri !== undefined && (
            <image id={idOf(picture)} href={uri} width={picture.width} height={picture.height} />
          ),
      )}
    </svg>
  )
}

interface Told {
  readonly finding: Finding
  readonly album: Album
  readonly words: Speaker
}

/** The pictures of one finding, side by side. */
export function Pictures({finding, ...told}: Told) {
  const {pictures = []} = finding
  if (pictures.length === 0) return null
  return (
    <div class="pictures">
      {pictures.map((picture) => (
        <Figure picture={picture} finding={finding} {...told} />
      ))}
    </div>
  )
}

function Figure({picture, finding, album, words}: Told & {readonly picture: Picture}) {
  const shown = album.get(picture.sha256)
  const view = picture.view ?? viewsOf(finding).join(', ')
  const label = `picture.${picture.label}`
  const isElement = picture.label === 'element'
  // An element is only shown for what it is: where it cannot be, nothing is missing.
  if (isElement && shown?.uri === undefined) return null
  return (
    <figure>
      {shown?.uri === undefined ? (
        <p class="gone">
          <T words={words} k={`picture.${shown?.why ?? 'gone'}`} />
        </p>
      ) : (
        // It scrolls, so the keyboard must reach it.
        <div
          class={isElement ? 'portrait' : 'frame'}
          {...(!isElement && {
            role: 'group',
            tabIndex: 0,
            'aria-label': words.say('report', label),
          })}
        >
          <svg
            role="img"
            aria-label={words.say('report', `${label}.alt`, {file: placeOf(finding.place), view})}
            width={picture.width}
            viewBox={`0 0 ${picture.width} ${picture.height}`}
          >
            <use href={`#${idOf(picture)}`} />
          </svg>
        </div>
      )}
      <figcaption>
        <T words={words} k={label} /> <Code text={view} />
      </figcaption>
    </figure>
  )
}

function idOf({sha256}: Picture): string {
  return `picture-${sha256}`
}
