import {mkdir} from 'node:fs/promises'
import {join} from 'node:path'
import {readArticle} from '../ingest/article.ts'
import {writeAtomic} from '../io/files.ts'
import {withLock} from '../io/lock.ts'
import {findPublication, readPublication} from '../io/publication.ts'
import {belonging} from '../model/belonging.ts'
import type {Picture} from '../model/finding.ts'
import type {Run} from '../model/run.ts'
import {tally} from '../model/tally.ts'
import {publish} from '../publish.ts'
import {tests} from '../check/tests.ts'
import {reporters} from '../report/reporters.ts'
import {listFindings} from '../report/terminal.ts'
import {pseudoPublication} from '../translate/pseudo/pseudo-publication.ts'
import {isPseudo, pseudoLocales} from '../words/pseudo.ts'
import {speaker} from '../words/speaker.ts'
import {version} from './help.ts'
import {openHost} from './host.ts'
import {paragraphs} from './paragraphs.ts'
import type {Call, ExitCode} from './verb.ts'

/**
 * Render and check the publication in the pseudo-locales, and tell what was found on their pages.
 * How a page looked before does not count; nothing is written but a report of its own.
 */
export async function pseudoRun(call: Call): Promise<ExitCode> {
  const root = findPublication(call.folder)
  const out = join(root, 'out')
  return withLock<ExitCode>(out, async () => {
    const publication = await readPublication(root)
    const articles = publication.articles.flatMap(
      (file) => readArticle(file, publication.config.source).article ?? [],
    )
    const pseudo = pseudoPublication(publication, articles)
    const host = await openHost(root, pseudo, {save: false, release: false}, call)
    try {
      const result = onlyPseudo(await publish(pseudo, host))
      const pictures = await host.pictures(result)
      const html = reporters.find(({id}) => id === 'html')
      await mkdir(join(out, 'report'), {recursive: true})
      await writeAtomic(
        join(out, 'report/pseudo.html'),
        html?.write(result, {
          words: publication.words,
          config: publication.config,
          pictures: ({sha256}: Picture) => pictures.get(sha256),
          reportPath: 'out/report/pseudo.html',
          transcripts: new Map(),
          since: undefined,
          releasePath: undefined,
          colour: false,
          columns: call.terminal.columns,
          verbose: true,
          version: version(),
          tests,
        }) ?? '',
      )
      call.tell(host.clear())
      const {findings} = result.verdict
      const {length: count} = findings.filter(({severity}) => severity !== 'notice')
      if (call.has('json')) {
        const {editions, pages} = result
        call.print(JSON.stringify({locales: pseudoLocales, pages, editions, findings}, null, 2))
      } else {
        const shown = findings.filter(({severity}) => severity !== 'notice' || call.has('verbose'))
        const list = listFindings(shown, speaker(publication.words, 'en', 'en'), call.terminal)
        const end = `${pseudoLocales.join(' and ')}: ${result.editions.length} editions, ${count === 0 ? 'nothing' : count} to mend. Report: out/report/pseudo.html`
        call.print(paragraphs(list, end))
      }
      return findings.some(({blocks}) => blocks) ? 1 : 0
    } finally {
      await host.close()
    }
  })
}

/** The run as far as it is about pseudo-locales; nobody approved pictures of those. */
function onlyPseudo(run: Run): Run {
  const {elsewhere: _, ...rest} = run
  const findings = run.verdict.findings.filter(
    ({locale, check}) => locale !== undefined && isPseudo(locale) && !check.startsWith('visual/'),
  )
  const ownOf = belonging(findings)
  return {
    ...rest,
    release: undefined,
    editions: run.editions
      .filter(({locale}) => isPseudo(locale))
      .map((edition) => {
        const own = ownOf(edition)
        return {
          ...edition,
          decision: own.some(({blocks}) => blocks) ? ('hold' as const) : ('release' as const),
          found: tally(own),
        }
      }),
    verdict: {
      ...run.verdict,
      decision: findings.some(({blocks}) => blocks) ? 'held' : 'passed',
      editions: [],
      findings,
    },
  }
}
