import {isMap, isScalar} from 'yaml'
import {ourName} from './front-matter-names.ts'
import {frontMatterFinding, type FrontMatter} from './front-matter.ts'

/**
 * Front matter with the keys of other programs (`title`, `author`, `date`) under our names, each
 * said in a finding. A key that is there under our name already stays as it is.
 */
export function renamed(matter: FrontMatter, file: string): FrontMatter {
  const {document} = matter
  if (document === undefined || !isMap(document.contents)) return matter
  const values = {...matter.values}
  const places = {...matter.places}
  const told: Record<string, string> = {}
  for (const {key} of document.contents.items) {
    const name = isScalar(key) ? String(key.value) : ''
    const ours = ourName(name)
    if (!isScalar(key) || ours === undefined || Object.hasOwn(values, ours)) continue
    key.value = ours
    values[ours] = values[name]
    places[ours] = places[name] ?? {line: 1, column: 1}
    delete values[name]
    told[name] = ours
  }
  const findings = matter.findings.map((finding) => {
    const name = String(finding.message.values['name'])
    const isUnknown = /\/(?:unknown|unused)$/.test(finding.message.key)
    const ours = isUnknown ? told[name] : undefined
    if (ours === undefined) return finding
    const {line = 1, column = 1} = finding.place
    return frontMatterFinding('renamed', {name, known: ours}, file, {line, column}, 'notice')
  })
  return {values, places, findings, document}
}
