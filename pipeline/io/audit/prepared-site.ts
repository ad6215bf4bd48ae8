import {createHash} from 'node:crypto'
import type {PreparedPage, Preparation} from '../../model/preparation.ts'
import type {Rendition} from '../../model/rendition.ts'
import type {Json} from '../../model/tab.ts'
import {keyOf} from '../cache.ts'
import type {Site} from '../site.ts'

/**
 * A site whose pages are prepared before they are looked at. What is known of a page depends on what is
 * asked for, and what came of it; on a page where something is done, on all that may be led to.
 */
export function preparedSite(
  base: Site,
  renditions: readonly Rendition[],
  preparationOf: (path: string) => Preparation,
  prepared: ReadonlyMap<string, PreparedPage>,
): Site {
  const served = new Map(renditions.map((file) => [file.path, file]))
  let all: string | undefined
  const everything = () => (all ??= hashOfAll(renditions))
  return {
    ...base,
    preparationOf: ({path}) => preparationOf(path),
    hashOf(page) {
      const hash = base.hashOf(served.get(page.path) ?? page)
      const asked = askedOf(preparationOf(page.path))
      if (asked === undefined) return hash
      const around = preparationOf(page.path).actions.length > 0 ? everything() : ''
      return keyOf([hash, asked, around, prepared.get(page.path)?.html ?? ''])
    },
  }
}

/** All that is asked for, wherever it stands; `undefined` where that is nothing. */
function askedOf({request, actions, wait, root, hidden, picture}: Preparation): Json | undefined {
  const texts = [root, hidden, picture].map((one) => one?.text ?? '')
  const {headers, method, body} = request
  const isPlain = Object.keys(headers).length === 0 && method === 'GET' && body === undefined
  if (isPlain && actions.length === 0 && wait === 0 && texts.join('') === '') return undefined
  return [{...headers}, method, body ?? null, actions.map(({text}) => text), wait, texts]
}

function hashOfAll(renditions: readonly Rendition[]): string {
  const hash = createHash('sha256')
  for (const {path, content} of renditions) hash.update(`${path}\n`).update(content).update('\n')
  return hash.digest('hex')
}
