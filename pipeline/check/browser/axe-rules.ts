/** A rule of axe-core: the criteria of WCAG that it is about, and the ACT rules that it answers to. */
export interface AxeRule {
  readonly criteria: readonly string[]
  readonly act: readonly string[]
}

/** Rules of axe-core that findings have words for, by the key `axe/<rule>`. */
export const axeRules: ReadonlyMap<string, AxeRule> = new Map(
  `
    accesskeys
    area-alt 2.4.4 4.1.2 c487ae
    aria-allowed-attr 4.1.2 5c01ea
    aria-allowed-role
    aria-braille-equivalent 4.1.2
    aria-command-name 4.1.2 97a4e1
    aria-conditional-attr 4.1.2 5c01ea
    aria-deprecated-role 4.1.2 674b10
    aria-dialog-name
    aria-hidden-body 1.3.1 4.1.2
    aria-hidden-focus 4.1.2 6cfa84
    aria-input-field-name 4.1.2 e086e5
    aria-meter-name 1.1.1
    aria-progressbar-name 1.1.1
    aria-prohibited-attr 4.1.2 5c01ea
    aria-required-attr 4.1.2 4e8ab6
    aria-required-children 1.3.1 bc4a75 ff89c9
    aria-required-parent 1.3.1 ff89c9
    aria-roledescription 4.1.2
    aria-roles 4.1.2 674b10
    aria-tab-name 4.1.2
    aria-text
    aria-toggle-field-name 4.1.2 e086e5
    aria-tooltip-name 4.1.2
    aria-treeitem-name
    aria-valid-attr 4.1.2 5f99a7
    aria-valid-attr-value 4.1.2 6a7281
    audio-caption 1.2.1 2eb176 afb423
    autocomplete-valid 1.3.5 73f2c2
    avoid-inline-spacing 1.4.12 24afc2 9e45ec 78fd32
    blink 2.2.2
    button-name 4.1.2 97a4e1 m6b1q3
    bypass 2.4.1 cf77f2 047fe0 b40fd1 3e12e1 ye5d6e
    color-contrast 1.4.3 afw4f7 09o5cg
    css-orientation-lock 1.3.4 b33eff
    definition-list 1.3.1
    dlitem 1.3.1
    document-title 2.4.2 2779a5
    duplicate-id-aria 4.1.2 3ea0c8
    empty-heading ffd0e9
    empty-table-header
    form-field-multiple-labels 3.3.2
    frame-focusable-content 2.1.1 akn7bn
    frame-tested
    frame-title 4.1.2 cae760
    frame-title-unique 4.1.2 4b1c6c
    heading-order
    html-has-lang 3.1.1 b5c3f8
    html-lang-valid 3.1.1 bf051a
    html-xml-lang-mismatch 3.1.1 5b7ae0
    image-alt 1.1.1 23a2a8
    image-redundant-alt
    input-button-name 4.1.2 97a4e1
    input-image-alt 1.1.1 4.1.2 59796f
    label 4.1.2 e086e5
    label-content-name-mismatch 2.5.3 2ee8b8
    label-title-only
    landmark-banner-is-top-level
    landmark-complementary-is-top-level
    landmark-contentinfo-is-top-level
    landmark-main-is-top-level
    landmark-no-duplicate-banner
    landmark-no-duplicate-contentinfo
    landmark-no-duplicate-main
    landmark-one-main
    landmark-unique
    link-in-text-block 1.4.1
    link-name 2.4.4 4.1.2 c487ae
    list 1.3.1
    listitem 1.3.1
    marquee 2.2.2
    meta-refresh 2.2.1 bc659a bisz58
    meta-viewport 1.4.4 b4f0c3
    meta-viewport-large
    nested-interactive 4.1.2 307n5z
    no-autoplay-audio 1.4.2 80f0bf
    object-alt 1.1.1 8fc3b6
    page-has-heading-one
    presentation-role-conflict 46ca7f
    region
    role-img-alt 1.1.1 23a2a8
    scope-attr-valid
    scrollable-region-focusable 2.1.1 2.1.3 0ssw9k
    select-name 4.1.2 e086e5
    server-side-image-map 2.1.1
    skip-link
    summary-name 4.1.2
    svg-img-alt 1.1.1 7d6734
    tabindex
    table-duplicate-name
    target-size 2.5.8
    td-headers-attr 1.3.1 a25f45
    th-has-data-cells 1.3.1 d0f69e
    valid-lang 3.1.2 de46e4
    video-caption 1.2.2 eac66b
  `
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', ...about] = line.trim().split(' ')
      const criteria = about.filter((one) => one.includes('.'))
      return [id, {criteria, act: about.filter((one) => !one.includes('.'))}]
    }),
)
