/** Words that carry grammar, not content. The field's own words ("system", "case", "interest") are not among them. */

import { wordSet } from "./word-set.js";

/** English function words, lower case. */
export const englishStopWords: ReadonlySet<string> =
  wordSet(`a about above across after afterwards again against all almost alone along already also although always am
among amid amongst an and another any anyhow anyone anything anyway anywhere are aren't around as at be became because become
becomes becoming been before beforehand behind being below beside besides between beyond both but by can cannot can't
could couldn't despite did didn't do does doesn't doing don't done down due during each either else elsewhere enough et etc even
ever every everyone everything everywhere except few for former formerly from further furthermore had hadn't has hasn't
have haven't having he hence her here hereafter hereby herein hers herself him himself his how however i ie if in indeed inside
instead into is isn't it its it's itself just latter least less let like made mainly make makes making many may maybe me
meanwhile might mine more moreover most mostly much must my myself namely neither never nevertheless no nobody none nor
not nothing now nowhere of off often on once one only onto or other others otherwise our ours ourselves out outside over own per
perhaps quite rather really same several shall she should since so some somehow someone something sometimes somewhere
still such than that that's the their theirs them themselves then thence there thereafter thereby therefore therein
these they this those though through throughout thus to together too toward towards two under unless unlike until up upon us
use used uses using very via versus vs was wasn't we well were weren't what whatever when whence whenever where whereas whereby
wherein wherever whether which while whither who whoever whole whom whose why will with within without won't would
wouldn't yes yet you your yours yourself yourselves`);
