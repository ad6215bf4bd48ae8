import type {MachineConfig} from '../model/draft.ts'
import type {FontRole, NamedFont} from '../model/font.ts'
import type {DownloadFormat} from '../model/publication.ts'
import type {OpinionEngine} from '../model/tab.ts'
import type {Mask, Policy} from '../model/verdict.ts'

/** `publication.json` as the schema lets it through, defaults filled in. */
export interface ConfigFile {
  readonly url: string
  readonly source: string
  readonly locales: readonly string[]
  readonly timeZone: string
  readonly views: Readonly<Record<string, {readonly width: number; readonly height: number}>>
  readonly schemes: readonly ('light' | 'dark')[]
  readonly timeLimit: number
  readonly downloads: readonly DownloadFormat[]
  readonly certifiedBy?: string
  readonly reportLanguage?: 'en' | 'ko'
  readonly fonts: Readonly<
    Record<
      string,
      Readonly<Partial<Record<FontRole, readonly Pick<NamedFont, 'file' | 'weight' | 'style'>[]>>>
    >
  >
  readonly parallel: boolean
  readonly secondOpinions: readonly OpinionEngine[]
  readonly search: boolean
  readonly showcase?: 'check' | 'release'
  readonly contact?: string
  readonly machine?: MachineConfig
  readonly policy: Omit<
    Policy,
    'state' | 'missing' | 'stale' | 'waivers' | 'masks' | 'textOnly'
  > & {
    readonly visual: {
      readonly textOnly: 'accept' | 'review'
      readonly masks: readonly Mask[]
    }
    readonly editions: Readonly<
      Record<
        string,
        {
          readonly state: Policy['state'][string]
          readonly missing: Policy['missing'][string]
          readonly stale: Policy['stale'][string]
        }
      >
    >
    readonly waivers: readonly {
      readonly check: string
      readonly file: string
      readonly selector?: string
      readonly unit?: string
      readonly fingerprint?: string
      readonly count?: number
      readonly reason: string
      readonly owner: string
      readonly expires: string
    }[]
  }
}
