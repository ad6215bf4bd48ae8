import type {PublicationConfig, Words} from '../model/publication.ts'
import type {PictureReader, Run, Test} from '../model/run.ts'
import type {Transcript} from '../model/transcript.ts'

/** What a report is told beside the run itself. A reporter asks nothing else of the world. */
export interface ReportContext {
  /** Namespaces `report` and `findings`, by locale. */
  readonly words: Words
  readonly config: PublicationConfig
  readonly pictures: PictureReader
  /** Where the HTML report lies, as the person would type it. */
  readonly reportPath: string
  /** Where the release lies; `undefined` where there is none. */
  readonly releasePath: string | undefined
  readonly colour: boolean
  /** Page → what a screen reader says of it. */
  readonly transcripts: ReadonlyMap<string, Transcript>
  /** The folder of transcripts those are compared with, as the person would type it; `undefined`: none. */
  readonly since: string | undefined
  /** Width of the terminal, in columns. */
  readonly columns: number
  /** List notices one by one. */
  readonly verbose: boolean
  /** Galley's own version. */
  readonly version: string
  /** Everything that is tested for; whether it ran, `Verdict.checked` says. */
  readonly tests: readonly Test[]
}

/** One way of writing down what a run came to. Pure: the same run and context give the same text. */
export interface Reporter {
  /** What `--report` calls it. Permanent. */
  readonly id:
    'terminal' | 'json' | 'html' | 'github' | 'sarif' | 'junit' | 'earl' | 'gitlab' | 'conformance'
  /** What its file is called where none is named. */
  readonly file: string
  write(run: Run, context: ReportContext): string
  /** The same in pieces, where it may be longer than a text can be. */
  pieces?(run: Run, context: ReportContext): Iterable<string>
}
