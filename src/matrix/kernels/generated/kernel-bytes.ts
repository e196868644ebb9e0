/** Made by `npm run build:kernels` from ../assembly: 4996 bytes of WebAssembly, in the signs of compile-module.ts. */
export const kernelBytes: string =
  "erfrgryoeeeo1urp.rhrhrhrhrhrherpfrhrhrhrhrhrhrhrherp,rhrhrhrherp:rhrhrhrhrhrhrhrUrherpurhrhrhrUrhei|osrarArv.ryr" +
  "aryrbr>rtiees0|es,ooeeeeiiiioop do{]rgrxrfr>rgrar9r0ryrargN+e.]rgrxrfr>rgrar9r0ryrargFweuargrxrfr>rgrakr>rfryN+e" +
  "fargrxrfr>rgrakr>rfryFwep)rxrfrArar!HrbrmrgN+ed)rxrfrArar!HrbrmrgFwe:drxrfrArar!=r)r)N+eadrxrfrArar!=r)r)Fwe):rA" +
  "rarfr>rargrmN+e{:rArarfr>rargrmFwe]drfr)r)/rArmr>r0rargeifryrbrvrarGr3ryrgeo)rArarfr>rargrmrGr3ryrgee.ryraryrbr>" +
  "rtied N_| xoisrh,r;tetirl(fsctitfr},cnaeeeeee}Oeeeeee}O(:naeeeeeeeeeeeeeeee(dti(.=e(psctotprB,ct.ne,etstp=srmrln" +
  "dsen&o;at:nrB()tat:t)nrL(:tp Gn[tdt)nrL(dtet.rl(.tp=orl(pao))tut:n),et,tdnvo-tr?tdnver4^set,=frl(,tu=0rl(uti=0rl" +
  "(iao))) {ii:rhor;t,tetor!rl(:tpny([sct|tetirlI,ct|ter[({ictet|rB,rhtut|=irmrlCie;{=eI,rh=out{t.t|=irmrlCieD)]ot," +
  "tot|r!rlut:)(dtft{=urmrl;aCie;)/tet|r8rE]esctat)=orl;)=irmrltdFiet)=,r};]tet|r8rE]e)tat)=srEFiet]]etaCi,()taCif(" +
  "0taCia(]taCi0(atstot{r!rl({=e(dsctotdr&,ctdt{rl;ltlne,et[tdt)rlne,etdt0rlne,en}otdt]rlne,en}otdtarlne,en}on&on}o" +
  "n),etd=0rl(dao)))t|=orl(|ao)))rzoirhtote=irmrl(.sctot.r},ct,toCie;u=.rv=srmrl;ete4setstitu=RrE=srmrl4se }rkPseto" +
  "=,rl(oao))) iusdrhirU)r;to=srm({ti=prl=fry=.rm(|sctet]rB,ct,(ft|tu;drl()=e(atsto=srmrl(0tst{=et]=orlteImrltsr[(l" +
  "sctitarB,cnaeeeeeeeeeeeeeeee(ynaeeeeeeeeeeeeeeee(Anaeeeeeeeeeeeeeeee(bnaeeeeeeeeeeeeeeee(xnaeeeeeeeeeeeeeeee(Ena" +
  "eeeeeeeeeeeeeeee(>naeeeeeeeeeeeeeeee(gnaeeeeeeeeeeeeeeee(mts(:sct:t0r},ctyt:ndse;vtfne,e;*n&on}o(ytEt:tlrlndse;3" +
  "t*n&on}o(EtAtvtfne,0;*n&on}o(At>t3t*n&on}o(>tbtvtfne,t;*n&on}o(btgt3t*n&on}o(gtxtvtfne,1;vn&on}o(xtmt3tvn&on}o(m" +
  "tf=cr[(ft:=frl(:ao))tdtyn),etdtAn),0tdtbn),ttdtxn),1t)tEn),et)t>n),0t)tgn),tt)tmn),1td=cr[(dt)=cr[()ta=frl(aao))" +
  "=i=ot]=orlteIm()=e(:sct:t)I,ct.(d=e(ftut|=et:=erBmrl;a4se([=o(.sctit.rB,ctat.=srmrl4se;!t[r),ct!([t.(f)t.=orl(.a" +
  "o))tdtfFietpt[Psetd=,rl(.tp=frl(pt:=orl(:ao))tst{=ormrl(st]=irl(]ao))) susdrhir_)r;to=irm({ti=|rl=0ry=.rm(|sctet" +
  "]rB,ct,(ft|tu;drl()=e(atsto=irmrl(0tst{=et]=orlteImrltsr[(lsctitarB,cnaeeeeeeeeeeeeeeee(ynaeeeeeeeeeeeeeeee(Anae" +
  "eeeeeeeeeeeeeee(bnaeeeeeeeeeeeeeeee(xnaeeeeeeeeeeeeeeee(Enaeeeeeeeeeeeeeeee(>naeeeeeeeeeeeeeeee(gnaeeeeeeeeeeeee" +
  "eee(mts(:sct:t0r},ctyt:n:ie;vtfne,e;*n won +o(ytEt:tlrln:ie;3t*n won +o(EtAtvtfne,0;*n won +o(At>t3t*n won +o(>t" +
  "btvtfne,t;*n won +o(btgt3t*n won +o(gtxtvtfne,1;vn won +o(xtmt3tvn won +o(mtf=cr[(ft:=,rl(:ao))tdtyn),etdtAn),0t" +
  "dtbn),ttdtxn),1t)tEn),et)t>n),0t)tgn),tt)tmn),1td=cr[(dt)=cr[()ta=0rl(aao))=i=ot]=orlteIm()=e(:sct:t)I,ct.(d=e(f" +
  "tut|=et:=erBmrl;a5ie([=o(.sctit.rB,ctat.=irmrl5ie;!t[ru,ct!([t.(f)t.=orl(.ao))tdtfFietpt[ :Psetd=,rl(.tp=frl(pt:" +
  "=orl(:ao))tst{=ormrl(st]=irl(]ao))) &iiur;,rhsctet]rB,ctoCi,toCier[({naeeeeeeeeeeeeeeee(.naeeeeeeeeeeeeeeee(pnae" +
  "eeeeeeeeeeeeeee(fnaeeeeeeeeeeeeeeee(:=e()sct)t{r},ct.tsndse;dt,tiCie=.rmrl;ane,en&on}o(.tptdtane,0n&on}o(ptftdta" +
  "ne,tn&on}o(ft:tdtane,1n&on}o(:ti=,rl(its=frl(st)=orl()ao))tut.n),etutpn),0tutfn),ttut:n),1tu=cr[(uto=,rl(ot]=orl" +
  "(]ao))) &iiur;,rhsctet]rB,ctoCi,toCier[({naeeeeeeeeeeeeeeee(.naeeeeeeeeeeeeeeee(pnaeeeeeeeeeeeeeeee(fnaeeeeeeeee" +
  "eeeeeee(:=e()sct)t{r},ct.tsn:ie;dt,tiCie=.rmrl;ane,en won +o(.tptdtane,0n won +o(ptftdtane,tn won +o(ft:tdtane,1" +
  "n won +o(:ti=,rl(its=,rl(st)=orl()ao))tut.n),etutpn),0tutfn),ttut:n),1tu=cr[(uto=,rl(ot]=orl(]ao)))rVsi,rhur;sct" +
  "etprB,ctoCi,toCier[(fnaeeeeeeeeeeeeeeee(dnaeeeeeeeeeeeeeeee()naeeeeeeeeeeeeeeee(anaeeeeeeeeeeeeeeee(]=e(.sct.tfr" +
  "},ctdtst.=srmrlndse;{t,tit.=irmrlCie=.rmrl;:ne,en&on}o(dt)t{t:ne,0n&on}o()tat{t:ne,tn&on}o(at]t{t:ne,1n&on}o(]t." +
  "=orl(.ao))=e(.sct.tfr},ctutiCie=.rmrl;:t:ne,etsndse;{tdn&on}on),et:t:ne,0t{t)n&on}on),0t:t:ne,tt{tan&on}on),tt:t" +
  ":ne,1t{t]n&on}on),1ti=,rl(its=frl(st.=orl(.ao))to=,rl(otp=orl(pao)))r1si,rhur;sctetprB,ctoCi,toCier[(fnaeeeeeeee" +
  "eeeeeeee(dnaeeeeeeeeeeeeeeee()naeeeeeeeeeeeeeeee(anaeeeeeeeeeeeeeeee(]=e(.sct.tfr},ctdtst.=irm;:rln:ie;{t,tit:rl" +
  "Cie=.rmrl;:ne,en won +o(dt)t{t:ne,0n won +o()tat{t:ne,tn won +o(at]t{t:ne,1n won +o(]t.=orl(.ao))=e(.sct.tfr},ct" +
  "utiCie=.rmrl;:t:ne,etsn:ie;{tdn won +on),et:t:ne,0t{t)n won +on),0t:t:ne,tt{tan won +on),tt:t:ne,1t{t]n won +on)" +
  ",1ti=,rl(its=,rl(st.=orl(.ao))to=,rl(otp=orl(pao))) `siprh]r;sctetprB,c=r2otetpr[;,t,=r2orBm(d=e(.sct.= {er},cto" +
  "t.rl(fti(,tst.=.rm=srvrl;une,e()tune,0(atune,t(]tune,1({tune,c(|tune,rS(0tune,rp(ltune,rx([=e(:sct:tdI,ct)tfndse" +
  ";bt,ne,e;!n&on}o()tatbt,ne,0;yn&on}o(at]tbt,ne,t;An&on}o(]t{tbt,ne,1;xn&on}o({t|tf=frlndse;bt!n&on}o(|t0tbtyn&on" +
  "}o(0tltbtAn&on}o(lt[tbtxn&on}o([tf=cr[(ft,=cr[(,t:=orl(:ao))tut)n),etutan),0tut]n),ttut{n),1tut|n),ctut0n),rStut" +
  "ln),rptut[n),rxt.=0rl(.ao))to=r2cr[(oti=r2cr[(itp=r2orl(pao))) `siprh]r;sctetprB,c=r2otetpr[;,t,=r2orBm(d=e(.sct" +
  ".= {er},ctot.rl(fti(,tst.=.rm=irvrl;une,e()tune,0(atune,t(]tune,1({tune,c(|tune,rS(0tune,rp(ltune,rx([=e(:sct:td" +
  "I,ct)tfn:ie;bt,ne,e;!n won +o()tatbt,ne,0;yn won +o(at]tbt,ne,t;An won +o(]t{tbt,ne,1;xn won +o({t|tf=,rln:ie;bt" +
  "!n won +o(|t0tbtyn won +o(0tltbtAn won +o(lt[tbtxn won +o([tf=cr[(ft,=cr[(,t:=orl(:ao))tut)n),etutan),0tut]n),tt" +
  "ut{n),1tut|n),ctut0n),rStutln),rptut[n),rxt.=frl(.ao))to=r2cr[(oti=r2cr[(itp=r2orl(pao))) 2oisrhur;te(,sct,turB," +
  "ctsne,e(ptsne,0(ftsne,t(:tsne,1(dti(eto=cr[(.sctot.r},ctptondse;)tene,en&on}o(ptft)tene,0n&on}o(ft:t)tene,tn&on}" +
  "o(:tdt)tene,1n&on}o(dte=cr[(eto=frl(oao))tstpn),etstfn),0tst:n),ttstdn),1ts=cr[(stu=orl(uao))) 2oisrhur;te(,sct," +
  "turB,ctsne,e(ptsne,0(ftsne,t(:tsne,1(dti(eto=cr[(.sctot.r},ctpton:ie;)tene,en won +o(ptft)tene,0n won +o(ft:t)te" +
  "ne,tn won +o(:tdt)tene,1n won +o(dte=cr[(eto=,rl(oao))tstpn),etstfn),0tst:n),ttstdn),1ts=cr[(stu=orl(uao)))yetet" +
  "otitst,tut.tp0s)yetetotitst,tut.tp0,)";
