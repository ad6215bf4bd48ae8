import {alternativeText} from './alternative-text.ts'
import {autoplay} from './autoplay.ts'
import {characterShortcut} from './character-shortcut.ts'
import {deviceMotion} from './device-motion.ts'
import {documentLink} from './document-link.ts'
import {emptyParagraph} from './empty-paragraph.ts'
import {errorMessage} from './error-message.ts'
import {fakeControl} from './fake-control.ts'
import {fakeLink} from './fake-link.ts'
import {fakeList} from './fake-list.ts'
import {frameName} from './frame-name.ts'
import {groupedFields} from './grouped-fields.ts'
import {headingText} from './heading-text.ts'
import {labelText} from './label-text.ts'
import {linkText} from './link-text.ts'
import {mediaAlternative} from './media-alternative.ts'
import {newWindow} from './new-window.ts'
import {orientationLock} from './orientation-lock.ts'
import {pageLanguage} from './page-language.ts'
import {partLanguage} from './part-language.ts'
import {placeholderLabel} from './placeholder-label.ts'
import {requiredCue} from './required-cue.ts'
import type {Rule} from './rule.ts'
import {sameLink} from './same-link.ts'
import {sensory} from './sensory.ts'
import {styledWords} from './styled-words.ts'
import {tableHeaders} from './table-headers.ts'
import {titleText} from './title-text.ts'

/** Every rule from the standards, in the order of their criteria. */
export const rules: readonly Rule[] = [
  alternativeText,
  mediaAlternative,
  fakeList,
  groupedFields,
  styledWords,
  tableHeaders,
  sensory,
  orientationLock,
  autoplay,
  fakeControl,
  characterShortcut,
  titleText,
  linkText,
  sameLink,
  headingText,
  labelText,
  deviceMotion,
  pageLanguage,
  partLanguage,
  errorMessage,
  placeholderLabel,
  requiredCue,
  frameName,
  newWindow,
  fakeLink,
  documentLink,
  emptyParagraph,
]
