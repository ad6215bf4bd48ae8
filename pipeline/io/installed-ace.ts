import {existsSync, readFileSync} from 'node:fs'
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {EpubMessage} from '../model/file-evidence.ts'
import {criterionOfTag} from './criterion-of-tag.ts'
import type {EpubChecker} from './epub-checkers.ts'
import {answerOf, installedProgram, inTemporaryFolder} from './installed-program.ts'

/**
 * Ace by DAISY on this PATH, from the npm packages `@daisy/ace` or `@daisy/ace-cli`: what in an EPUB
 * keeps readers out. https://daisy.github.io/ace/
 */
export function installedAce(path: string): EpubChecker | undefined {
  const found = installedProgram(path, 'ace', 'ace-cli')
  // Other programs are called so too.
  if (found === undefined || !/@daisy[\\/]ace/.test(found.file)) return undefined
  const {file, name} = found
  return {
    by: 'Ace',
    name,
    ask: (epub) =>
      inTemporaryFolder(async (folder) => {
        const [book, out] = [join(folder, 'book.epub'), join(folder, 'out')]
        await writeFile(book, epub)
        const said = await answerOf(file, ['--force', '--outdir', out, book])
        const answer = join(out, 'report.json')
        if (!existsSync(answer)) throw new Error(`Ace gave no answer: ${said}`)
        return messagesIn(JSON.parse(readFileSync(answer, 'utf8')))
      }),
  }
}

/** Of a report in Ace's EARL: documents, each with what was asserted of it. */
function messagesIn(report: unknown): readonly EpubMessage[] {
  const {assertions: documents} = Object(report)
  if (!Array.isArray(documents)) throw new Error('Ace’s answer has no assertions.')
  return (documents as readonly unknown[]).flatMap((document) => {
    const {'earl:testSubject': subject, assertions} = Object(document)
    const {url} = Object(subject)
    if (!Array.isArray(assertions)) return []
    return (assertions as readonly unknown[]).flatMap((assertion) => {
      const {'earl:result': result, 'earl:test': test} = Object(assertion)
      const {'earl:outcome': outcome, 'dct:description': message} = Object(result)
      const {'dct:title': id, 'earl:impact': impact, rulesetTags} = Object(test)
      if (outcome !== 'fail') return []
      const tags: readonly unknown[] = Array.isArray(rulesetTags) ? rulesetTags : []
      const [first = ''] = String(message).split('\n')
      return {
        by: 'Ace',
        id: String(id),
        severity: /^(critical|serious)$/.test(String(impact)) ? 'error' : 'warning',
        message: first,
        file: typeof url === 'string' ? url : '',
        line: undefined,
        criteria: tags.flatMap((tag) => criterionOfTag(String(tag))),
      } as const
    })
  })
}
