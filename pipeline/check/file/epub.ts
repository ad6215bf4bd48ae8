import {fileFinding, type FileCheck} from './file-check.ts'

/** An EPUB keeps EPUBCheck's rules: reading systems refuse, or mangle, what does not. */
export const epub: FileCheck = {
  id: 'file/epub',
  criteria: [],
  mediaType: 'application/epub+zip',
  judge(seen, file) {
    if (seen.kind !== 'epub') return []
    return seen.messages.map(({id, severity, message, file: part, line}) =>
      fileFinding(
        epub,
        file,
        'invalid',
        {rule: id, message, part: line === undefined ? part : `${part}:${line}`},
        {severity},
      ),
    )
  },
}
