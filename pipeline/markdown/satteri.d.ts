import type {Root} from 'mdast'

/**
 * What we use of Sätteri. Its own types add node types of extensions we do not turn on to mdast,
 * for everybody; `paths` in tsconfig.json puts these in their place.
 */
export function markdownToMdast(
  source: string,
  options: {readonly features: {readonly gfm: boolean; readonly frontmatter: boolean}},
): Root
