import type {OpinionEngine} from '../../model/tab.ts'

/**
 * Rules that were right at least three times and wrong never on 548 pages made from the texts of the
 * ACT rules and kept apart from those that our own rules were made with (`docs/act-rules.md`): their
 * word holds a page. Left out is what depends on what is drawn (contrast), and what a rule of ours
 * answers by the whole text of the standard.
 */
export const trusted: Readonly<Record<OpinionEngine, ReadonlySet<string>>> = {
  alfa: new Set(
    'sia-r1 sia-r2 sia-r4 sia-r5 sia-r7 sia-r13 sia-r28 sia-r42 sia-r43 sia-r45 sia-r47 sia-r77'.split(
      ' ',
    ),
  ),
  accesslint: new Set(
    `document-title form-label frame-title html-has-lang html-lang-valid
    img-alt input-image-alt meta-viewport svg-img-alt valid-lang`.split(/\s+/),
  ),
  ibm: new Set(
    `a_text_purpose aria_attribute_value_valid aria_parent_required element_lang_valid
    frame_title_exists imagebutton_alt_exists img_alt_valid page_title_exists
    table_headers_ref_valid`.split(/\s+/),
  ),
}

/** Rules about a whole page, which say nothing about the document in a frame. */
export const ofWholePage: ReadonlySet<string> = new Set(
  `
    sia-r1 sia-r4 sia-r5 sia-r47 sia-r87
    document-title html-has-lang html-lang-valid html-xml-lang-mismatch meta-viewport bypass
    page_title_exists html_lang_exists html_lang_valid meta_viewport_zoomable skip_main_exists
  `
    .trim()
    .split(/\s+/),
)

/** The ACT rules that Alfa's rules are made of; the other engines say theirs themselves. */
export const alfaAct: ReadonlyMap<string, readonly string[]> = new Map(
  `
    r1 2779a5 r2 23a2a8 r4 b5c3f8 r5 bf051a r7 de46e4 r8 e086e5 r9 bc659a r10 73f2c2 r11 c487ae
    r12 97a4e1 r13 cae760 r14 2ee8b8 r15 4b1c6c r16 4e8ab6 r17 6cfa84 r18 5c01ea r19 6a7281
    r20 5f99a7 r21 674b10 r27 eac66b r28 59796f r30 e7aa44 r39 9eb3f6 r41 b20e66 r42 ff89c9
    r43 7d6734 r44 b33eff r45 a25f45 r46 d0f69e r47 b4f0c3 r50 80f0bf r63 8fc3b6 r64 ffd0e9
    r65 oj04fd r67 e88epe r68 bc4a75 r69 afw4f7 r81 fd3a94 r83 59br37 r84 0ssw9k r86 46ca7f
    r87 cf77f2 r90 307n5z r91 24afc2 r92 9e45ec r93 78fd32 r94 m6b1q3 r95 akn7bn r96 bisz58
    r116 2t702h
  `
    .trim()
    .split(/\s+(?=r\d)/)
    .map((pair) => pair.split(' '))
    .map(([rule = '', ...act]) => [`sia-${rule}`, act] as const),
)
