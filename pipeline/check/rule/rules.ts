import {accessKey} from './access-key.ts'
import {alternativeText} from './alternative-text.ts'
import {autoplay} from './autoplay.ts'
import {brokenLines} from './broken-lines.ts'
import {bypass} from './bypass.ts'
import {captcha} from './captcha.ts'
import {characterShortcut} from './character-shortcut.ts'
import {colourWords} from './colour-words.ts'
import {contextChange} from './context-change.ts'
import {controlInLink} from './control-in-link.ts'
import {deviceMotion} from './device-motion.ts'
import {documentLink} from './document-link.ts'
import {dragAlone} from './drag-alone.ts'
import {drawnLetters} from './drawn-letters.ts'
import {embeddedName} from './embedded-name.ts'
import {emptyParagraph} from './empty-paragraph.ts'
import {errorMessage} from './error-message.ts'
import {fakeControl} from './fake-control.ts'
import {fakeHeading} from './fake-heading.ts'
import {fakeLink} from './fake-link.ts'
import {fakeList} from './fake-list.ts'
import {focusableText} from './focusable-text.ts'
import {formatCue} from './format-cue.ts'
import {frameName} from './frame-name.ts'
import {groupedFields} from './grouped-fields.ts'
import {headingLength} from './heading-length.ts'
import {headerCells} from './header-cells.ts'
import {headingText} from './heading-text.ts'
import {hiddenControl} from './hidden-control.ts'
import {hiddenPicture} from './hidden-picture.ts'
import {hiddenText} from './hidden-text.ts'
import {inlineSpacing} from './inline-spacing.ts'
import {inputPurpose} from './input-purpose.ts'
import {labelText} from './label-text.ts'
import {linkText} from './link-text.ts'
import {longDescription} from './long-description.ts'
import {mediaAlternative} from './media-alternative.ts'
import {metaRefresh} from './meta-refresh.ts'
import {movingText} from './moving-text.ts'
import {nestedControl} from './nested-control.ts'
import {newWindow} from './new-window.ts'
import {orientationLock} from './orientation-lock.ts'
import {pageLanguage} from './page-language.ts'
import {partLanguage} from './part-language.ts'
import {pictureCell} from './picture-cell.ts'
import {placeholderLabel} from './placeholder-label.ts'
import {pointerEvent} from './pointer-event.ts'
import {redundantEntry} from './redundant-entry.ts'
import {repeatedAlternative} from './repeated-alternative.ts'
import {requiredCue} from './required-cue.ts'
import type {Rule} from './rule.ts'
import {sameLink} from './same-link.ts'
import {sensory} from './sensory.ts'
import {signInTest} from './sign-in-test.ts'
import {sortState} from './sort-state.ts'
import {spacedLetters} from './spaced-letters.ts'
import {styledWords} from './styled-words.ts'
import {symbolName} from './symbol-name.ts'
import {tableHeaders} from './table-headers.ts'
import {tableStructure} from './table-structure.ts'
import {targetSize} from './target-size.ts'
import {textDirection} from './text-direction.ts'
import {textPicture} from './text-picture.ts'
import {textStyle} from './text-style.ts'
import {titleAttribute} from './title-attribute.ts'
import {titleText} from './title-text.ts'
import {unnamedPart} from './unnamed-part.ts'
import {unreachable} from './unreachable.ts'
import {unseenLabel} from './unseen-label.ts'

/** Every rule from the standards, in the order of their criteria. */
export const rules: readonly Rule[] = [
  alternativeText,
  repeatedAlternative,
  longDescription,
  textPicture,
  drawnLetters,
  embeddedName,
  hiddenPicture,
  pictureCell,
  captcha,
  hiddenText,
  mediaAlternative,
  fakeList,
  fakeHeading,
  headingLength,
  groupedFields,
  styledWords,
  tableHeaders,
  tableStructure,
  sortState,
  brokenLines,
  spacedLetters,
  textDirection,
  headerCells,
  sensory,
  colourWords,
  inputPurpose,
  orientationLock,
  autoplay,
  inlineSpacing,
  fakeControl,
  unreachable,
  pointerEvent,
  characterShortcut,
  metaRefresh,
  movingText,
  bypass,
  titleText,
  linkText,
  sameLink,
  headingText,
  symbolName,
  labelText,
  deviceMotion,
  dragAlone,
  targetSize,
  pageLanguage,
  partLanguage,
  errorMessage,
  redundantEntry,
  signInTest,
  placeholderLabel,
  unseenLabel,
  requiredCue,
  formatCue,
  contextChange,
  frameName,
  unnamedPart,
  hiddenControl,
  nestedControl,
  controlInLink,
  newWindow,
  fakeLink,
  documentLink,
  emptyParagraph,
  titleAttribute,
  textStyle,
  accessKey,
  focusableText,
]
