/**
 * Words that hold sentences together, by language of those that are written in Latin letters. A
 * sentence of some length has some of them; names of dishes, of functions and of notes have none.
 */
const functionWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    az: 'və bu bir ilə üçün də ki olan ən çox daha kimi o olaraq sonra',
    ca: 'el la els les de del i en un una que per amb és no al dels com més es',
    cs: 'a v na je se že do o s z pro ale k i za po od jako by jsou si to',
    da: 'og i at det en er på til af for med den som de ikke et har vi du om fra jeg kan',
    de: 'der die das und in zu den ist nicht mit von ein eine auf für im sie es ich wir dem des sich auch werden wird sind oder bei nach um aus zum zur ihr ihre du dich alle unser unsere kein keine',
    en: 'the of and to in a is that for it as was with be by on are this or from at your you we not have an our all can will',
    es: 'el la los las de del y en que un una por con para es se no su al lo como más o este esta son nuestra nuestro todos todas quien quién le les cada sobre hay',
    et: 'ja on ei et see ka kui oma selle aga või mis nii seda siis',
    eu: 'eta da du bat ez ere izan dira baina hau zen edo den dute dago',
    fi: 'ja on ei se että oli hän mutta kun niin myös joka tai ovat voi olla sen',
    fr: 'le la les de des du et en un une que qui pour dans est pas au aux sur par avec ce cette se il elle nous vous votre vos ou son sa ses ne à sont plus tous tout toutes notre nos cet',
    hr: 'i u je se na da za su od s a o što kao iz ili nije te koji koja do vas vam nam smo sam ne',
    hu: 'a az és egy hogy nem is ez van meg csak de már volt mint vagy ki el kell',
    is: 'og í að er á sem við til um það en af fyrir með ekki var hann því frá eru',
    it: 'il lo la i gli le di del della e in che un una per con è non si da al sono a ed nel come più o alla dei delle questo questa tutti nostra nostro',
    ku: 'û li ku bi ji di de ew ev jî her bo re ye in',
    lt: 'ir į kad yra su iš bet tai per ne apie kaip po už o ar',
    lv: 'un ir ar no par uz kas ka to bet vai pie kā arī tas',
    ms: 'yang dan di untuk dengan ini itu dari pada dalam adalah tidak akan atau oleh ke saya anda',
    nl: 'de het een en van in is dat op te met voor zijn niet aan er om ook als bij die of uit naar wij je u uw wordt worden deze onze over zij hij tot kan meer',
    no: 'og i er det som på en til av for at med de har den ikke et om vi fra jeg kan du eller',
    pl: 'i w na z do się nie to jest że o jak dla od po przez a oraz za są co ale lub przy',
    pt: 'o a os as de do da dos das e em que um uma por com para é não se no na ao mais como ou seu sua são',
    ro: 'și în de la a cu pe că nu este un o din pentru care mai să sau al ale se sunt',
    sk: 'a v na je sa že do o s z pre ale k aj za po od ako by sú to',
    sl: 'in je v na se da za so z ki s pa kot ne ali tudi po iz od',
    sq: 'dhe të në e i një për me që nga është më nuk si por kjo ky',
    sv: 'och i att det en är på som för av med till den har inte ett om vi de du från jag kan eller så',
    tl: 'ang ng sa na mga at ay ito para hindi ako siya kung may mo po ko',
    tr: 've bir bu da de için ile çok olarak daha gibi o ne ama en var olan sonra kadar değil',
    vi: 'và của là có trong được cho không với các một này những để người khi đã từ',
    yo: 'ni ti awọn àwọn fún ó sì pẹ̀lú kan náà wọn jẹ́ bí láti sí',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
)

/** Languages that lists of words in others are most often taken for. */
const unlikely: ReadonlySet<string> = new Set(['az', 'eu', 'ku', 'ms', 'sq', 'tl', 'yo'])

/** Whether words may well be sentences of some language in Latin letters, and no list of names and commands. */
export function isHeldTogether(words: readonly string[]): boolean {
  return [...functionWords.keys()].some(
    (language) => !unlikely.has(language) && isLikely(language, words),
  )
}

/** Whether words may well be a sentence of a language; of one that is told by its letters always. */
export function isLikely(language: string, words: readonly string[]): boolean {
  const known = functionWords.get(language)
  if (known === undefined) return true
  const found = words.filter((word) => known.has(word.toLowerCase()))
  // Twelve words that none of them holds together are a list.
  const [least, share] = unlikely.has(language) ? [2, 4] : [1, 12]
  return new Set(found).size >= least && found.length * share >= words.length
}
