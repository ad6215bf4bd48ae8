import {fileFinding, type FileCheck} from './file-check.ts'

/**
 * An EPUB keeps EPUBCheck's rules: reading systems refuse, or mangle, what does not. Where Ace is
 * installed it keeps that one's too, which are about who can read it.
 */
export const epub: FileCheck = {
  id: 'file/epub',
  criteria: [],
  mediaType: 'application/epub+zip',
  judge(seen, file) {
    if (seen.kind !== 'epub') return []
    return seen.messages.map(({by, id, severity, message, file: part, line, criteria}) =>
      fileFinding(
        {...epub, criteria},
        file,
        by === 'Ace' ? 'barrier' : 'invalid',
        {rule: id, message, part: line === undefined ? part : `${part}:${line}`},
        {severity},
      ),
    )
  },
}
