/** Made by `npm run build:kernels` from ../assembly: 5015 bytes of WebAssembly, in the signs of compile-module.ts. */
export const kernelBytes: string =
  "erfrgryoeeeoVurp.rhrhrhrhrhrherp:rhrhrhrhrhrhrhrhrherp,rhrhrhrherp:rhrhrhrhrhrhrhrUrherpurhrhrhrUrhei|osrarArv.r" +
  "yraryrbr>rtiees0|es,ooeeeeiiiioop do{]rgrxrfr>rgrar9r0ryrargN+e.]rgrxrfr>rgrar9r0ryrargFweuargrxrfr>rgrakr>rfryN" +
  "+efargrxrfr>rgrakr>rfryFwep)rxrfrArar!HrbrmrgN+ed)rxrfrArar!HrbrmrgFwe:drxrfrArar!=r)r)N+eadrxrfrArar!=r)r)Fwe):" +
  "rArarfr>rargrmN+e{:rArarfr>rargrmFwe]drfr)r)/rArmr>r0rargeifryrbrvrarGr3ryrgeo)rArarfr>rargrmrGr3ryrgee.ryraryrb" +
  "r>rtiedS_| xoisrh,r;tetirl(fsctitfr},cnaeeeeee}Oeeeeee}O(:naeeeeeeeeeeeeeeee(dti(.=e(psctotprB,ct.ne,etstp=srmrl" +
  "ndsen&o;at:nrB()tat:t)nrL(:tp Gn[tdt)nrL(dtet.rl(.tp=orl(pao))tut:n),et,tdnvo-tr?tdnver4^set,=frl(,tu=0rl(uti=0r" +
  "l(iao))) {ii:rhor;t,tetor!rl(:tpny([sct|tetirlI,ct|ter[({ictet|rB,rhtut|=irmrlCie;{=eI,rh=out{t.t|=irmrlCieD)]ot" +
  ",tot|r!rlut:)(dtft{=urmrl;aCie;)/tet|r8rE]esctat)=orl;)=irmrltdFiet)=,r};]tet|r8rE]e)tat)=srEFiet]]etaCi,()taCif" +
  "(0taCia(]taCi0(atstot{r!rl({=e(dsctotdr&,ctdt{rl;ltlne,et[tdt)rlne,etdt0rlne,en}otdt]rlne,en}otdtarlne,en}on&on}" +
  "on),etd=0rl(dao)))t|=orl(|ao)))rzoirhtote=irmrl(.sctot.r},ct,toCie;u=.rv=srmrl;ete4setstitu=RrE=srmrl4se }rkPset" +
  "o=,rl(oao))) :usdrhirU)r;to=srm(|ti=prl=fry=.rm(0sctet{rB,ct,(:t0tu;)rl(a=e(]tsto=srmrl(ltst|=et{=orlteImrltsr[(" +
  "[sctit]rB,cnaeeeeeeeeeeeeeeee(Anaeeeeeeeeeeeeeeee(bnaeeeeeeeeeeeeeeee(xnaeeeeeeeeeeeeeeee(Enaeeeeeeeeeeeeeeee(>n" +
  "aeeeeeeeeeeeeeeee(gnaeeeeeeeeeeeeeeee(mnaeeeeeeeeeeeeeeee(3ts(dsctdtlr},ctAtdndse;*t:ne,e;Jn&on}o(At>tdt[rlndse;" +
  "vtJn&on}o(>tbt*t:ne,0;Jn&on}o(btgtvtJn&on}o(gtxt*t:ne,t;Jn&on}o(xtmtvtJn&on}o(mtEt*t:ne,1;*n&on}o(Et3tvt*n&on}o(" +
  "3t:=cr[(:td=frl(dao))t)tAn),et)tbn),0t)txn),tt)tEn),1tat>n),etatgn),0tatmn),ttat3n),1t)=cr[()ta=cr[(at]=frl(]ao)" +
  ")=i=ot{=orlteIm(a=e(dsctdtaI,ctp()=e(:tut0=etd=erBmrl;]4se(!=o(psctitprB,ct]tp=srmrl4se;yt!r),cty(!tp(:)tp=orl(p" +
  "ao))t)t:Fietft!Pset)=,rl(ptf=frl(ftd=orl(dao))tst|=ormrl(stut.rl(ut{=irl({ao))) dusdrhir_)r;to=irm(|ti=|rl=0ry=." +
  "rm(0sctet{rB,ct,(:t0tu;)rl(a=e(]tsto=irmrl(ltst|=et{=orlteImrltsr[([sctit]rB,cnaeeeeeeeeeeeeeeee(Anaeeeeeeeeeeee" +
  "eeee(bnaeeeeeeeeeeeeeeee(xnaeeeeeeeeeeeeeeee(Enaeeeeeeeeeeeeeeee(>naeeeeeeeeeeeeeeee(gnaeeeeeeeeeeeeeeee(mnaeeee" +
  "eeeeeeeeeeee(3ts(dsctdtlr},ctAtdn:ie;*t:ne,e;Jn won +o(At>tdt[rln:ie;vtJn won +o(>tbt*t:ne,0;Jn won +o(btgtvtJn " +
  "won +o(gtxt*t:ne,t;Jn won +o(xtmtvtJn won +o(mtEt*t:ne,1;*n won +o(Et3tvt*n won +o(3t:=cr[(:td=,rl(dao))t)tAn),e" +
  "t)tbn),0t)txn),tt)tEn),1tat>n),etatgn),0tatmn),ttat3n),1t)=cr[()ta=cr[(at]=0rl(]ao))=i=ot{=orlteIm(a=e(dsctdtaI," +
  "ctp()=e(:tut0=etd=erBmrl;]5ie(!=o(psctitprB,ct]tp=irmrl5ie;yt!ru,cty(!tp(:)tp=orl(pao))t)t:Fietft! :Pset)=,rl(pt" +
  "f=frl(ftd=orl(dao))tst|=ormrl(stut.rl(ut{=irl({ao))) &iiur;,rhsctet]rB,ctoCi,toCier[({naeeeeeeeeeeeeeeee(.naeeee" +
  "eeeeeeeeeeee(pnaeeeeeeeeeeeeeeee(fnaeeeeeeeeeeeeeeee(:=e()sct)t{r},ct.tsndse;dt,tiCie=.rmrl;ane,en&on}o(.tptdtan" +
  "e,0n&on}o(ptftdtane,tn&on}o(ft:tdtane,1n&on}o(:ti=,rl(its=frl(st)=orl()ao))tut.n),etutpn),0tutfn),ttut:n),1tu=cr" +
  "[(uto=,rl(ot]=orl(]ao))) &iiur;,rhsctet]rB,ctoCi,toCier[({naeeeeeeeeeeeeeeee(.naeeeeeeeeeeeeeeee(pnaeeeeeeeeeeee" +
  "eeee(fnaeeeeeeeeeeeeeeee(:=e()sct)t{r},ct.tsn:ie;dt,tiCie=.rmrl;ane,en won +o(.tptdtane,0n won +o(ptftdtane,tn w" +
  "on +o(ft:tdtane,1n won +o(:ti=,rl(its=,rl(st)=orl()ao))tut.n),etutpn),0tutfn),ttut:n),1tu=cr[(uto=,rl(ot]=orl(]a" +
  "o)))rVsi,rhur;sctetprB,ctoCi,toCier[(fnaeeeeeeeeeeeeeeee(dnaeeeeeeeeeeeeeeee()naeeeeeeeeeeeeeeee(anaeeeeeeeeeeee" +
  "eeee(]=e(.sct.tfr},ctdtst.=srmrlndse;{t,tit.=irmrlCie=.rmrl;:ne,en&on}o(dt)t{t:ne,0n&on}o()tat{t:ne,tn&on}o(at]t" +
  "{t:ne,1n&on}o(]t.=orl(.ao))=e(.sct.tfr},ctutiCie=.rmrl;:t:ne,etsndse;{tdn&on}on),et:t:ne,0t{t)n&on}on),0t:t:ne,t" +
  "t{tan&on}on),tt:t:ne,1t{t]n&on}on),1ti=,rl(its=frl(st.=orl(.ao))to=,rl(otp=orl(pao)))r1si,rhur;sctetprB,ctoCi,to" +
  "Cier[(fnaeeeeeeeeeeeeeeee(dnaeeeeeeeeeeeeeeee()naeeeeeeeeeeeeeeee(anaeeeeeeeeeeeeeeee(]=e(.sct.tfr},ctdtst.=irm;" +
  ":rln:ie;{t,tit:rlCie=.rmrl;:ne,en won +o(dt)t{t:ne,0n won +o()tat{t:ne,tn won +o(at]t{t:ne,1n won +o(]t.=orl(.ao" +
  "))=e(.sct.tfr},ctutiCie=.rmrl;:t:ne,etsn:ie;{tdn won +on),et:t:ne,0t{t)n won +on),0t:t:ne,tt{tan won +on),tt:t:n" +
  "e,1t{t]n won +on),1ti=,rl(its=,rl(st.=orl(.ao))to=,rl(otp=orl(pao))) `siprh]r;sctetprB,c=r2otetpr[;,t,=r2orBm(d=" +
  "e(.sct.= {er},ctot.rl(fti(,tst.=.rm=srvrl;une,e()tune,0(atune,t(]tune,1({tune,c(|tune,rS(0tune,rp(ltune,rx([=e(:" +
  "sct:tdI,ct)tfndse;bt,ne,e;!n&on}o()tatbt,ne,0;yn&on}o(at]tbt,ne,t;An&on}o(]t{tbt,ne,1;xn&on}o({t|tf=frlndse;bt!n" +
  "&on}o(|t0tbtyn&on}o(0tltbtAn&on}o(lt[tbtxn&on}o([tf=cr[(ft,=cr[(,t:=orl(:ao))tut)n),etutan),0tut]n),ttut{n),1tut" +
  "|n),ctut0n),rStutln),rptut[n),rxt.=0rl(.ao))to=r2cr[(oti=r2cr[(itp=r2orl(pao))) `siprh]r;sctetprB,c=r2otetpr[;,t" +
  ",=r2orBm(d=e(.sct.= {er},ctot.rl(fti(,tst.=.rm=irvrl;une,e()tune,0(atune,t(]tune,1({tune,c(|tune,rS(0tune,rp(ltu" +
  "ne,rx([=e(:sct:tdI,ct)tfn:ie;bt,ne,e;!n won +o()tatbt,ne,0;yn won +o(at]tbt,ne,t;An won +o(]t{tbt,ne,1;xn won +o" +
  "({t|tf=,rln:ie;bt!n won +o(|t0tbtyn won +o(0tltbtAn won +o(lt[tbtxn won +o([tf=cr[(ft,=cr[(,t:=orl(:ao))tut)n),e" +
  "tutan),0tut]n),ttut{n),1tut|n),ctut0n),rStutln),rptut[n),rxt.=frl(.ao))to=r2cr[(oti=r2cr[(itp=r2orl(pao))) 2oisr" +
  "hur;te(,sct,turB,ctsne,e(ptsne,0(ftsne,t(:tsne,1(dti(eto=cr[(.sctot.r},ctptondse;)tene,en&on}o(ptft)tene,0n&on}o" +
  "(ft:t)tene,tn&on}o(:tdt)tene,1n&on}o(dte=cr[(eto=frl(oao))tstpn),etstfn),0tst:n),ttstdn),1ts=cr[(stu=orl(uao))) " +
  "2oisrhur;te(,sct,turB,ctsne,e(ptsne,0(ftsne,t(:tsne,1(dti(eto=cr[(.sctot.r},ctpton:ie;)tene,en won +o(ptft)tene," +
  "0n won +o(ft:t)tene,tn won +o(:tdt)tene,1n won +o(dte=cr[(eto=,rl(oao))tstpn),etstfn),0tst:n),ttstdn),1ts=cr[(st" +
  "u=orl(uao)))betetotitst,tut.tptf0s)betetotitst,tut.tptf0,)";
