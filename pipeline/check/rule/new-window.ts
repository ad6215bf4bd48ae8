import type {Rule} from './rule.ts'

/** In English and Korean, and in the languages that most of the other pages are in. */
const notice =
  /new (window|tab|browser)|opens? (in|externally)|extern|새 ?창|새 ?탭|새로운 창|외부|(nouvel(le)?|autre) (fenêtre|onglet)|neue[mnrs]? (browser-?)?(fenster|tab)|(nueva|otra) (ventana|pestaña)|(nuova|altra) (finestra|scheda)|(nova|outra) (janela|aba|guia)|(nieuw|ander) (venster|tabblad)|新しい ?(ウィンドウ|タブ)|別(ウィンドウ|タブ)|新(窗口|視窗|标签页|分頁)/i

/** A link that opens a new window says so. `target` alone tells nobody. */
export const newWindow: Rule = {
  id: 'rule/new-window',
  criteria: ['3.2.5'],
  act: [],
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(
        ({role, heard, attributes}) =>
          role === 'link' &&
          heard &&
          (attributes['target'] === '_blank' ||
            /window\.open\s*\(/.test(attributes['onclick'] ?? '')),
      )
      .filter((at) => {
        const described = page.described(at, 'aria-describedby')
        return !notice.test(
          `${at.name ?? ''} ${at.attributes['title'] ?? ''} ${described} ${page.words(at)}`,
        )
      })
      .map((at) => ({at, values: {name: at.name ?? ''}})),
}
