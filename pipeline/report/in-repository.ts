import type {Run} from '../model/run.ts'
import type {Finding, Place} from '../model/finding.ts'
import {isSource, sourceOf} from './sentence.ts'

/**
 * The run with the files that people edit named from the root of their repository, as those who
 * show findings beside code name them.
 *
 * @param folder the publication's folder in its repository: `news/paper/`; `''` for the root
 */
export function inRepository(run: Run, folder: string): Run {
  if (folder === '') return run
  const findings = run.verdict.findings.map((found) => {
    const finding = withChanges(withDeclared(found, folder), folder)
    const source = sourceOf(finding)
    if (source === undefined) return finding
    const {file, line, column} = source
    const named = {
      file: folder + file,
      ...(line !== undefined && {line}),
      ...(column !== undefined && {column}),
    }
    return {...finding, place: {...finding.place, source: named}}
  })
  return {...run, verdict: {...run.verdict, findings}}
}

function withDeclared<One extends Finding>(finding: One, folder: string): One {
  const {declared} = finding
  if (declared === undefined) return finding
  const named = declared.map((one) =>
    isSource(one.place.file) ? {...one, place: {...one.place, file: folder + one.place.file}} : one,
  )
  return {...finding, declared: named}
}

function withChanges<One extends Finding>(finding: One, folder: string): One {
  const {changes} = finding
  if (changes === undefined) return finding
  const named = changes.map((one) => {
    const source = one.place?.source
    return source ? {...one, place: {source: {...source, file: folder + source.file}}} : one
  })
  return {...finding, changes: named}
}

/** Names the file that a finding is in: what people edit, or the page, if it lies in an audited folder. */
export function fileNames({audited = [], files}: Pick<Run, 'audited' | 'files'>) {
  const pages = new Set(files && audited.map(({path}) => path))
  return (finding: Finding): Pick<Place, 'file' | 'line' | 'column'> | undefined => {
    const {file, line, column} = finding.place
    const source = sourceOf(finding)
    if (source !== undefined || files === undefined || !pages.has(file)) return source
    return {
      file: files.folder + file,
      ...(line !== undefined && {line}),
      ...(column !== undefined && {column}),
    }
  }
}
