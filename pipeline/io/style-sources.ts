import type {Declaration} from '../model/declaration.ts'
import type {Sight} from '../model/portrait.ts'
import type {StyleMap} from './style-map.ts'

/**
 * The same sights, with what the publication's style sheet declares placed in the file that people
 * edit. Where it declares nothing the map is not even made.
 *
 * @param lineOf how many lines of fonts a file begins with, if it is that style sheet
 */
export async function withStyleSources(
  sights: ReadonlyMap<string, Sight>,
  lineOf: (path: string) => number | undefined,
  load: () => Promise<StyleMap>,
): Promise<ReadonlyMap<string, Sight>> {
  const isOurs = ({place}: Declaration) => lineOf(place.file) !== undefined
  if (![...sights.values()].some(({declared}) => declared.some(isOurs))) return sights
  const sourceAt = await load()
  const sourced = (declaration: Declaration): Declaration => {
    const {file, line, column} = declaration.place
    const place = sourceAt(line - (lineOf(file) ?? line), column)
    return place === undefined ? declaration : {...declaration, place}
  }
  return new Map(
    [...sights].map(([key, {declared, picture}]) => [
      key,
      {picture, declared: declared.map((one) => (isOurs(one) ? sourced(one) : one))},
    ]),
  )
}

/** How many lines come before these styles in a file that ends with them; `undefined` where it does not. */
export function linesBefore(styles: string, file: string): number | undefined {
  return styles !== '' && file.endsWith(styles)
    ? file.slice(0, -styles.length).split('\n').length - 1
    : undefined
}
