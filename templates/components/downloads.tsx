import type {Download, Words} from '../view.ts'
import {Landmark} from './landmark.tsx'
import {T} from './t.tsx'

interface DownloadsProps {
  readonly downloads: readonly Download[]
  readonly words: Words
}

/** The article as files to take along, each with its format and size. */
export function Downloads({downloads, words}: DownloadsProps) {
  if (downloads.length === 0) return null
  return (
    <Landmark as="nav" class="tags downloads" words={words} label="download.label">
      <ul>
        {downloads.map(({format, href, mediaType, size}) => (
          <li>
            <a href={href} type={mediaType}>
              <T words={words} k="download.link" values={{format, size}} />
            </a>
          </li>
        ))}
      </ul>
    </Landmark>
  )
}
