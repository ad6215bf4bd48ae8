import type {EpubSeen, PdfSeen} from '../../model/file-evidence.ts'
import type {Finding} from '../../model/finding.ts'
import type {Rendition} from '../../model/rendition.ts'

/** Judges a file that is no page, by what was seen of it. */
export interface FileCheck {
  readonly id: string
  readonly criteria: readonly string[]
  readonly mediaType: string
  /** @param page the edition's page: what the file must say too */
  judge(seen: EpubSeen | PdfSeen, file: Rendition, page: Rendition | undefined): readonly Finding[]
}

/** A finding about a file. */
export function fileFinding(
  {id, criteria}: Pick<FileCheck, 'id' | 'criteria'>,
  {path, locale, article}: Rendition,
  variant: string,
  values: Finding['message']['values'],
  more: Partial<Pick<Finding, 'severity' | 'excerpt'>> = {},
): Finding {
  return {
    check: id,
    outcome: 'failed',
    severity: 'error',
    message: {key: `${id}/${variant}`, values},
    place: {file: path},
    locale,
    article,
    criteria,
    engines: [],
    ...more,
  }
}
