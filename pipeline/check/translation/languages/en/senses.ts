import type {Contraries, Sense} from '../language.ts'

const their = '(?:the |its |their |his |her |our |these |those )'
const office =
  '(?:president|prime minister|premier|chancellor|minister|mayor|governor|ambassador|lawmaker|chairman|chairwoman|spy chief|police chief|champion)'
const season = (name: string) =>
  sense(`\\b(?:in|this|last|next|early|late|the|each|every|since) ${name}\\b`, name)

/**
 * Words that newspapers tell one thing from its contrary by, besides those of figures and places:
 * what says it for certain, and what may.
 */
export const englishSenses: Contraries = {
  all: sense(
    `(?<!\\b(?:not|nearly|almost|at|of|above|after|for) )\\ball (?:of )?${their}?[a-z]+s\\b|\\b(?:everyone|everybody)\\b`,
    'all|every|each|entire|whole|any|always|both|full|total|complete|through|across|universal|100',
  ),
  most: sense(
    `(?<!\\b(?:the|at|its|their|his|her|our|one of \\w+) )\\bmost (?:of ${their}|(?!\\w+(?:ous|ss)\\b)[a-z]{3,}s (?:are|were|have|had|do|did|oppose|support|say|said|live)\\b)`,
    'most|majorit|largely|mainly|nearly|almost|much|many|bulk|general|usual|predomin|typical|vast|often|half|common',
  ),
  some: sense(
    `\\bsome (?:of ${their}|(?!\\w+(?:ous|ss)\\b)[a-z]{3,}s\\b)`,
    'some|several|few|certain|part|many|handful|various|any|occasional|other|fraction|select|minor|not all',
  ),
  none: sense(
    `\\bnone of ${their}|\\b(?:nobody|no one)\\b`,
    "no\\b|not|\\w*n[’']t|none|nothing|never|neither|nobody|without|lack|zero|un\\w|fail",
  ),
  majority: sense('\\b(?:a|the|vast|large) majority\\b', 'majorit|most|many|plural|bulk|more'),
  minority: sense(
    '\\b(?:a|the|small|tiny) minority of\\b',
    'minorit|few|some|small|little|less|decimal|prime',
  ),
  president: sense(
    '(?<!\\bvice[ -])\\bpresident\\b',
    'president|White House|Kremlin|head of state|administration|leader|Trump|Biden|Putin|Zelensk|Macron',
  ),
  'prime minister': sense(
    '(?<!\\bdeputy )\\b(?:prime minister|premier)\\b',
    'prime minister|premier|chancellor|\\bPM\\b|head of government|cabinet',
  ),
  minister: sense(
    '(?<!\\b(?:prime|vice|deputy|assistant) (?:\\w+ ){0,2})\\bminister\\b',
    '(?<!\\b(?:vice|deputy) (?:\\w+ ){0,2})\\b(?:minister|secretary|ministry)',
  ),
  'vice minister': sense(
    '\\b(?:vice|deputy) (?!prime\\b)(?:\\w+ )?minister\\b',
    'vice|deputy|under|loan|assistant',
  ),
  former: sense(
    `\\b(?:former|ex-) ?(?:\\w+ )?${office}\\b`,
    'former|\\bex\\b|ex-|then|previous|late|past|old|once|retired|predecessor|ousted|who (?:was|had|served)',
  ),
  'in office': sense(
    `\\b(?:incumbent|sitting|current) ${office}\\b`,
    'incumbent|sitting|current|present|now|acting|new|serving',
  ),
  acquitted: sense('\\bacquit\\w*|\\bnot guilty\\b', 'acquit|not guilty|innocen|clear|exonerat'),
  convicted: sense(
    '\\bconvict(?:ed|s|ion)\\b|\\bfound guilty\\b',
    'convict|guilt|sentenc|verdict|prison|jail',
  ),
  suspected: sense('\\b(?:suspects?|suspected|alleged)\\b', 'suspect|alleg|accus|charg|indict'),
  denied: sense(
    '\\bden(?:y|ies|ied|ying) (?:the|any|all|those|these|his|her|their|its|having|it|that|involvement|wrongdoing)\\b',
    'den[iy]|reject|refus|dismiss|disput|\\bnot\\b|negat|wife|wives|Mrs|Madame',
  ),
  admitted: sense(
    '\\badmit(?:s|ted|ting)? (?:the|to|that|his|her|their|its|having|wrongdoing|it)\\b|\\bconfess(?:ed|es)\\b',
    'admi|acknowledg|confess|conced|accept|recogni|grant|approv|credit|poet',
  ),
  plaintiff: sense('\\bplaintiffs?\\b', 'plaintiff|claimant|petition|manuscript|draft|copy|sued?'),
  defendant: sense('\\bdefendants?\\b', 'defen|accused|respond|sued'),
  passed: sense(
    '\\b(?:passed|approved|adopted|ratified)(?= (?:the|a|an|its|his|her|their|it|by|in|on)\\b)(?! (?:away|by the|on to|out))',
    'pass|approv|adopt|ratif|accept|endors|enact|permit|authori|clear',
  ),
  rejected: sense(
    '\\b(?:rejected|vetoed|voted down|turned down|struck down)\\b',
    "reject|veto|vot\\w+ down|turn\\w* down|den[iy]|refus|dismiss|defeat|block|fail|quash|oppos|not\\b|\\w*n[’']t|no\\b|declin|struck|strike",
  ),
  arrested: sense(
    '\\b(?:arrested|detained|jailed)\\b',
    'arrest|detain|jail|captur|prison|custod|caught|seiz|hold|held',
  ),
  released: sense(
    '\\b(?:freed|released) (?:him|her|them|on bail|from (?:prison|jail|custody))|\\b(?:was|were) (?:freed|released)\\b',
    'releas|fre|let|bail|acquit|pardon|relax|loose|discharg|unsold',
  ),
  // Who beat somebody is the one that somebody lost to: only where nobody else is named.
  won: sense(
    '\\bwon (?:the|a|their|its|his|her) (?:final|match|game|election|race|title|war|semifinal|series)\\b(?!.*\\b(?:against|over|from)\\b)',
    'won|win|beat|defeat|victor|triumph|champion|edg|top|overc|conquer',
  ),
  lost: sense(
    '\\blost (?:the|a|their|its|his|her) (?:final|match|game|election|race|title|war|semifinal|series)\\b(?!.*\\b(?:against|to)\\b)',
    'los[ets]|beaten|defeated? (?:by|at|to|in)|fell|fall|down|knocked|eliminat|concede',
  ),
  increased: sense(
    '\\b(?:increased|rose|grew|surged|soared|jumped|climbed) (?:sharply|slightly|steadily|significantly|rapidly|markedly|dramatically|again|last (?:year|month|week)|this (?:year|month|week)|in|from|for)\\b|\\b(?:is|are|was|were|has been|have been) (?:rising|increasing|growing)\\b',
    'r[io]se|rising|increas|gr[eo]w|climb|soar|surg|jump|gain|\\bup\\b|high|more|add|expan|hike|boost|rais|swell|accelerat|doubl|large',
  ),
  decreased: sense(
    '\\b(?:decreased|fell|dropped|declined|shrank|plunged) (?:sharply|slightly|steadily|significantly|rapidly|markedly|dramatically|again|last (?:year|month|week)|this (?:year|month|week)|in|from|for)\\b|\\b(?:is|are|was|were|has been|have been) (?:falling|decreasing|declining|shrinking|dropping)\\b',
    'f[ae]ll|drop|declin|decreas|shr[aiu]nk|plung|sl[io]d|down|low|less|few|reduc|cut|los|slow|weak|contract|slump|narrow|small|thin|minus|dwindl|eas|off|land',
  ),
  more: sense(
    '\\bmore (?:people|\\w+s) than\\b',
    'more|most|many|increas|grow|great|high|over|excess|addition|much|larg',
  ),
  fewer: sense('\\bfewer\\b', 'few|less|small|low|declin|reduc|drop|fall|short|under'),
  killed: sense(
    '\\b(?:killed|died|dead|slain)\\b',
    'kill|dead|die|death|fatal|slain|casualt|toll|live|perish|murder|bod|victim|los|surviv|fell|assassin|shot',
  ),
  injured: sense('\\b(?:injured|wounded)\\b', 'injur|wound|hurt|harm|casualt|burn|damag|maim'),
  'import trade': sense(
    '\\bimports?\\b',
    'import|income|revenue|earn|pay|wage|take|proceed|buy|foreign',
  ),
  'export trade': sense('\\bexports?\\b', 'export|sell|sale|ship|abroad|outbound'),
  sold: sense(
    '\\bsold (?:the|its|his|her|their|a|all|off)\\b(?!.*\\bto\\b)',
    'sold|sell|sale|divest|auction|dispos',
  ),
  bought: sense(
    '\\bbought\\b(?!.*\\bfrom\\b)',
    'b[ou][yu]|purchas|acqui|spen|paid|pay|procur|got|tak|invest',
  ),
  demand: sense('\\bdemand for\\b', 'demand|need|market|consum'),
  supply: sense('\\bsuppl(?:y|ies) of\\b', 'suppl|offer|provi|deliver|serv|feed|stock|public'),
  surplus: sense('\\bsurplus\\b', 'surplus|profit|black|plus|gain'),
  deficit: sense('\\bdeficits?\\b', 'defici|loss|red|short|gap|minus|los'),
  profit: sense(
    '\\b(?:net|operating|quarterly|annual) profits?\\b',
    'profit|earn|gain|income|surplus|interest|benefit|black|margin|advantag',
  ),
  loss: sense(
    '\\b(?:net|operating|quarterly|annual) loss(?:es)?\\b|\\b(?:reported|posted|recorded) (?:a|its)(?: \\w+)? loss\\b',
    'los[est]|defici|damag|red|write|cost',
  ),
  'ruling party': sense(
    '\\bruling (?:party|bloc|camp|coalition)\\b',
    'ruling|govern|power|incumbent|coalition|passport',
  ),
  opposition: sense(
    '\\bopposition (?:party|parties|lawmakers?|leaders?|bloc)\\b',
    'oppos|minority',
  ),
  men: sense(
    '\\b(?:men|boys)\\b',
    '(?!wom)\\w*m[ae]n\\b|male|boy|\\bhe\\b|\\bhis\\b|him|husband|father|son|guy|mascul|gender|sex|brother|groom|lad',
  ),
  women: sense(
    '\\b(?:women|girls)\\b',
    'wom[ae]n|female|girl|\\bshe\\b|\\bher|wife|wives|mother|daughter|lady|ladies|femin|gender|sex|sister|bride|matern|heroine|actress',
  ),
  brother: sense('\\bbrothers?\\b', 'brother|sibling|type|form|old'),
  sister: sense('\\bsisters?\\b', 'sister|sibling|nun|aunt'),
  'first of all': sense(
    '\\bthe first (?:time|election|game|match|day|round|meeting|summit|visit|woman|man|person|country|president|in|since)\\b',
    'first|initial|begin|earl|premier|start|new|debut|one|maiden|primary|origin|open',
  ),
  'last of all': sense(
    '\\b(?:the|his|her|their|its) (?:last|final) (?:time|game|match|day|speech|round|election|session|stop|train|flight)\\b',
    'last|final|end|latest|clos|remain|left|conclu|past|ultim|late|term|recent|dying|farewell',
  ),
  highest: sense(
    '\\b(?:highest|largest|biggest)\\b',
    'high|larg|big|great|most|max|top|best|peak|record|major|many|more|expensive|utmost|upper|exceed|up to|tall|old|long|huge',
  ),
  lowest: sense(
    '\\b(?:lowest|smallest)\\b',
    'low|small|least|min|few|less|cheap|under|littl|short|narrow|bottom|worst|tin|young',
  ),
  'at night': sense(
    '\\bat night\\b|\\bovernight\\b',
    'night|dark|even|midnight|dusk|chestnut|late|p\\.?m',
  ),
  'by day': sense(
    '\\bby day\\b|\\b(?:daytime|daylight)\\b|\\bduring the day\\b',
    'day|noon|light|sun|low|morning|afternoon|week',
  ),
  morning: sense('\\bmornings?\\b', 'morning|a\\.?m\\b|dawn|breakfast|sunrise|earl|noon|day'),
  evening: sense(
    '\\b(?:evenings?|afternoons?)\\b',
    'evening|afternoon|p\\.?m\\b|night|dinner|supper|dusk|sunset|late|day|eve',
  ),
  spring: season('spring'),
  summer: season('summer'),
  autumn: sense('\\bautumn\\b|\\b(?:in the|this|last|next) fall\\b', 'autumn|fall'),
  winter: season('winter'),
  adults: sense('\\badults?\\b', 'adult|grown|age|matur|elder|men|old|parent'),
  children: sense(
    '\\b(?:child|children)\\b',
    'child|kid|minor|young|youth|teen|infant|bab|pupil|student|juven|boy|girl|son|daughter|junior|toddler',
  ),
  ally: sense('\\b(?:ally|allies)\\b', 'all(?:y|ie|ian)|friend|partner|union|league'),
  enemy: sense(
    '\\b(?:enemy|enemies|adversar(?:y|ies))\\b',
    'enem|advers|foe|hostil|rival|oppon|antagon|red|against|target|suitab|appropri',
  ),
  today: sense(
    '\\btoday\\b',
    'today|this (?:morning|afternoon|evening)|tonight|now|nowadays|current',
  ),
  supported: sense(
    '\\b(?:supported|backed|in favou?r of) (?:the|a|this|that|his|her|their|its)\\b',
    'support|back|favou?r|endors|advoca|approv|pro-|aid|help|agree|stand|bear|sustain',
  ),
  opposed: sense(
    '\\bopposed? (?:the|a|any|this|that|his|her|their|its|it)\\b',
    'oppos|against|object|contra|revers|resist|protest|other|counter|vice versa|critic|anti|disagree|opposite|conversely|instead|while',
  ),
  success: sense(
    '\\bsucceeded in\\b|\\b(?:was|is|were|proved) (?:a success|successful)\\b',
    'succe|achiev|manag|work|accomplish|prosper|win|pass',
  ),
  failure: sense(
    '\\bfailed\\b|\\b(?:was|is) a failure\\b',
    "fail|unsucc|not\\b|\\w*n[’']t|error|collaps|los|flop|crash|miss",
  ),
  illegal: sense(
    '\\b(?:illegal(?:ly)?|unlawful(?:ly)?)\\b',
    'illegal|unlawful|illicit|outlaw|violat|against|crime|crimin|pirat|wrong|ban|not',
  ),
  legal: sense(
    '\\b(?:legally|lawful(?:ly)?|legal)\\b(?! (?:action|team|advi|system|battle|expert|aid|fee|status|term|dispute|code|text|notice|basis))',
    'legal|lawful|legitim|permi|allow|law',
  ),
  strengthened: sense(
    '\\bstrengthen(?:ed|s|ing)?\\b',
    'strength|strong|tighten|reinforc|boost|bolster|enhanc|harden|tough|improv|intens|consolid|step',
  ),
  weakened: sense(
    '\\bweaken(?:ed|s|ing)?\\b',
    'weak|los|less|erod|undermin|fade|soft|diminish|loosen|thin',
  ),
  ended: sense(
    '\\b(?:ended|came to an end)\\b(?! up)',
    'end|clos|finish|conclu|over|stop|ceas|complet|termin|final|last|expir|until|wrap',
  ),
  began: sense(
    '\\b(?:began|begins)\\b',
    'beg[aiu]n|start|open|launch|initiat|first|kick|set o|embark|new|onset|origin|from|since|resum',
  ),
  arrived: sense(
    '\\barriv(?:ed|es|al)\\b',
    'arriv|reach|land|c[ao]me|get|got|deliver|destin|at|dock',
  ),
  departed: sense(
    '\\bdepart(?:ed|s|ure)\\b|\\bleft for\\b',
    'depart|leav|left|set o|start|from|sail|fl[eyi]|go|went|exit|quit|pass',
  ),
  victim: sense(
    '\\bvictims?\\b',
    'victim|casualt|suffer|injur|surviv|dead|damag|sacrific|los|target|affected',
  ),
  attacker: sense(
    '\\b(?:attackers?|perpetrators?|assailants?)\\b',
    'attack|perpetrat|assail|offend|crimin|culprit|suspect|aggress|killer|shooter|gunm|murder',
  ),
  teacher: sense(
    '\\bteachers?\\b',
    'teach|taught|instruct|professor|faculty|tutor|educator|lectur|master|school',
  ),
  student: sense(
    '\\b(?:students|pupils)\\b',
    'student|pupil|learn|undergrad|graduate|school|class|child|kid|teen|disciple',
  ),
  doctor: sense(
    '\\b(?:doctors|physicians?)\\b',
    'doctor|physician|medic|surgeon|Dr|clinic|intend|intent|will',
  ),
  patient: sense('\\bpatients\\b', 'patient|sick|ill|diseas|suffer|victim|case'),
  nurse: sense('\\bnurses?\\b', 'nurs|care'),
  landlord: sense('\\blandlords?\\b', 'landlord|owner|lessor|rent'),
  tenant: sense('\\btenants?\\b', 'tenant|rent|leas|occup|lodg'),
  'so long before': sense(
    '\\b(?:days?|weeks?|months?|years?|hours?|minutes?) (?:before|ago|earlier)\\b',
    'before|ago|earli|prior|ahead|previous|last|past|first|advance|until|till|former|old|all|whole|eve\\b|to go|left|for|in the|since|over',
  ),
  'so long after': sense(
    '\\b(?:days?|weeks?|months?|years?|hours?|minutes?) (?:after|later)\\b',
    'after|later|since|follow|within|next|once|then|behind|subsequent|in\\b|from|back|past|when|upon|over|on\\b|for|post',
  ),
}

/** What may say it is given by the beginnings of words. */
function sense(certain: string, possible: string): Sense {
  return {certain: new RegExp(certain, 'iu'), possible: new RegExp(`\\b(?:${possible})`, 'iu')}
}
