import {accessibility} from './browser/accessibility.ts'
import {baseline} from './browser/baseline.ts'
import {clippedText} from './browser/clipped-text.ts'
import {controlContrast} from './browser/control-contrast.ts'
import {editionShape} from './browser/edition-shape.ts'
import {focusObscured} from './browser/focus-obscured.ts'
import {focusOrder} from './browser/focus-order.ts'
import {focusVisible} from './browser/focus-visible.ts'
import {forcedColors} from './browser/forced-colors.ts'
import {glyphs} from './browser/glyphs.ts'
import {groundContrast} from './browser/ground-contrast.ts'
import {hiddenWords} from './browser/hidden-words.ts'
import {hoverContent} from './browser/hover-content.ts'
import {keyboard} from './browser/keyboard.ts'
import {labelInName} from './browser/label-in-name.ts'
import {motion} from './browser/motion.ts'
import {narrowMenu} from './browser/narrow-menu.ts'
import {opened} from './browser/opened.ts'
import {orientation} from './browser/orientation.ts'
import {overflow} from './browser/overflow.ts'
import {pictureOfText} from './browser/picture-of-text.ts'
import {print} from './browser/print.ts'
import {reflow} from './browser/reflow.ts'
import {requestFailed} from './browser/request-failed.ts'
import {securityPolicy} from './browser/security-policy.ts'
import {skipLink} from './browser/skip-link.ts'
import {stateContrast} from './browser/state-contrast.ts'
import {textSpacing} from './browser/text-spacing.ts'
import {zoom} from './browser/zoom.ts'
import {standards} from './browser/standards.ts'
import type {BrowserCheck, DocumentCheck, TranslationCheck} from './check.ts'
import {alternates} from './document/alternates.ts'
import {consistency as consistentMenus} from './document/consistency.ts'
import {consistentHelp} from './document/consistent-help.ts'
import {dates} from './document/dates.ts'
import {duplicateId} from './document/duplicate-id.ts'
import {escaping} from './document/escaping.ts'
import {headingOrder} from './document/heading-order.ts'
import {landmarks} from './document/landmarks.ts'
import {languageOfParts} from './document/language-of-parts.ts'
import {language} from './document/language.ts'
import {leftoverMarkup} from './document/leftover-markup.ts'
import {links} from './document/links.ts'
import {markup as sourceMarkup} from './document/markup.ts'
import {missingWords} from './document/missing-words.ts'
import {pageNames} from './document/page-names.ts'
import {translatable} from './document/translatable.ts'
import {unfinished} from './document/unfinished.ts'
import {epub} from './file/epub.ts'
import type {FileCheck} from './file/file-check.ts'
import {pdf} from './file/pdf.ts'
import {balance} from './translation/balance.ts'
import {characters} from './translation/characters.ts'
import {consistency} from './translation/consistency.ts'
import {contacts} from './translation/contacts.ts'
import {corrected} from './translation/corrected.ts'
import {doubled} from './translation/doubled.ts'
import {emphasis} from './translation/emphasis.ts'
import {headingId} from './translation/heading-id.ts'
import {length} from './translation/length.ts'
import {markup} from './translation/markup.ts'
import {missing} from './translation/missing.ts'
import {names} from './translation/names.ts'
import {negation} from './translation/negation.ts'
import {numbers} from './translation/numbers.ts'
import {opposites} from './translation/opposites.ts'
import {particles} from './translation/particles.ts'
import {placeholders} from './translation/placeholders.ts'
import {punctuation} from './translation/punctuation.ts'
import {spacing} from './translation/spacing.ts'
import {speechLevel} from './translation/speech-level.ts'
import {stale} from './translation/stale.ts'
import {state} from './translation/state.ts'
import {structure} from './translation/structure.ts'
import {terms} from './translation/terms.ts'
import {untranslated} from './translation/untranslated.ts'
import {countries} from './translation/countries.ts'
import {weekdays} from './translation/weekdays.ts'

/** What an edition's text is asked before it is a page. */
export const translationChecks: readonly TranslationCheck[] = [
  missing,
  stale,
  corrected,
  state,
  markup,
  structure,
  placeholders,
  headingId,
  particles,
  spacing,
  characters,
  emphasis,
  numbers,
  weekdays,
  countries,
  opposites,
  negation,
  contacts,
  terms,
  names,
  untranslated,
  speechLevel,
  length,
  balance,
  consistency,
  doubled,
  punctuation,
]

/** What a page's markup is asked. */
export const documentChecks: readonly DocumentCheck[] = [
  sourceMarkup,
  language,
  languageOfParts,
  headingOrder,
  landmarks,
  pageNames,
  duplicateId,
  links,
  alternates,
  consistentMenus,
  consistentHelp,
  escaping,
  leftoverMarkup,
  missingWords,
  unfinished,
  dates,
  translatable,
]

/** What is asked of files that are no pages. */
export const fileChecks: readonly FileCheck[] = [epub, pdf]

/** What only a browser can tell, in the order in which the probes run on a page. */
export const browserChecks: readonly BrowserCheck[] = [
  requestFailed,
  securityPolicy,
  baseline,
  accessibility,
  standards,
  clippedText,
  overflow,
  glyphs,
  textSpacing,
  reflow,
  zoom,
  print,
  orientation,
  labelInName,
  controlContrast,
  groundContrast,
  pictureOfText,
  hiddenWords,
  motion,
  stateContrast,
  forcedColors,
  focusVisible,
  editionShape,
  hoverContent,
  keyboard,
  focusOrder,
  focusObscured,
  skipLink,
  opened,
  narrowMenu,
]
