/** Rules of axe-core that findings have words for, by the key `axe/<rule>`. */
export const axeRules: ReadonlySet<string> = new Set(
  `
    accesskeys area-alt aria-allowed-attr aria-allowed-role aria-braille-equivalent
    aria-command-name aria-conditional-attr aria-deprecated-role aria-dialog-name
    aria-hidden-body aria-hidden-focus aria-input-field-name aria-meter-name
    aria-progressbar-name aria-prohibited-attr aria-required-attr aria-required-children
    aria-required-parent aria-roledescription aria-roles aria-tab-name aria-text
    aria-toggle-field-name aria-tooltip-name aria-treeitem-name aria-valid-attr-value
    aria-valid-attr audio-caption autocomplete-valid avoid-inline-spacing blink button-name
    bypass color-contrast css-orientation-lock definition-list dlitem document-title
    duplicate-id-aria empty-heading empty-table-header form-field-multiple-labels
    frame-focusable-content frame-tested frame-title-unique frame-title heading-order
    html-has-lang html-lang-valid html-xml-lang-mismatch image-alt image-redundant-alt
    input-button-name input-image-alt label-content-name-mismatch label-title-only label landmark-banner-is-top-level
    landmark-complementary-is-top-level landmark-contentinfo-is-top-level
    landmark-main-is-top-level landmark-no-duplicate-banner
    landmark-no-duplicate-contentinfo landmark-no-duplicate-main landmark-one-main
    landmark-unique link-in-text-block link-name list listitem marquee meta-refresh
    meta-viewport-large meta-viewport nested-interactive no-autoplay-audio object-alt
    page-has-heading-one presentation-role-conflict region role-img-alt scope-attr-valid
    scrollable-region-focusable select-name server-side-image-map skip-link summary-name
    svg-img-alt tabindex table-duplicate-name target-size td-headers-attr th-has-data-cells
    valid-lang video-caption
  `
    .trim()
    .split(/\s+/),
)
