import type {Verb} from './verb.ts'

/** Every verb, in the order of a day's work; each is loaded when it is called. */
export const verbs: readonly {readonly name: string; readonly load: () => Promise<Verb>}[] = [
  {name: 'init', load: async () => (await import('./init.ts')).init},
  {name: 'publish', load: async () => (await import('./publish.ts')).publish},
  {name: 'new', load: async () => (await import('./new.ts')).newVerb},
  {name: 'ingest', load: async () => (await import('./ingest.ts')).ingest},
  {name: 'import', load: async () => (await import('./import.ts')).importVerb},
  {name: 'export', load: async () => (await import('./export.ts')).exportVerb},
  {name: 'sync', load: async () => (await import('./sync.ts')).sync},
  {name: 'diff', load: async () => (await import('./diff.ts')).diff},
  {name: 'accept', load: async () => (await import('./accept.ts')).accept},
  {name: 'draft', load: async () => (await import('./draft.ts')).draft},
  {name: 'review', load: async () => (await import('./review.ts')).review},
  {name: 'status', load: async () => (await import('./status.ts')).status},
  {name: 'check', load: async () => (await import('./check.ts')).check},
  {name: 'build', load: async () => (await import('./build.ts')).buildVerb},
  {name: 'audit', load: async () => (await import('./audit.ts')).audit},
  {name: 'approve', load: async () => (await import('./approve.ts')).approve},
  {name: 'release', load: async () => (await import('./release.ts')).release},
  {name: 'rollback', load: async () => (await import('./rollback.ts')).rollback},
  {name: 'serve', load: async () => (await import('./serve.ts')).serve},
  {
    name: 'install-merge-driver',
    load: async () => (await import('./install-merge-driver.ts')).installMergeDriver,
  },
  {name: 'merge-driver', load: async () => (await import('./merge-driver.ts')).mergeDriver},
]
