/// The concepts of the labelling guide with the phrases that show them.
///
/// A concept is a line `name / kind / prior / facet / what it shows`, its phrases follow, separated
/// by bars; `*` ends a word that goes on. The prior is what the guide says before any posting was
/// read: above zero speaks for a seat. Verbs and objects also count as pairs when an object follows
/// its verb closely, which is how the guide's "named interaction" is told from team talk.
enum LexiconText {
  static let concepts = #"""
    interact / verb / 1 / a / works together with others
      collaborat* | work closely | working closely | works closely | work alongside | working
      alongside | work directly | working directly | work hand in hand | work with | working with |
      coordinat* | co ordinat* | liaise | liaising | liaison | partner with | partnering with |
      partner closely | interface with | interfacing | interact* | communicate with | communicating
      with | communicate and | meet with | in close contact | consult with | engage with | engaging
      with | align with | aligning | cooperat* | team up | gather requirements | gathering
      requirements | elicit | integrate with the team | bridge between | intermediary | negotiat* |
      facilitat* | work together | working together | colaborar* | colaboraci* | trabajar con |
      coordinar | zusammenarbeit* | abstimmung | travailler avec | collabor* | samarbeid* |
      samenwerk* | travailler en equipe | travailler étroitement | en étroite collaboration | en
      colaboración | trabajar en estrecha | em colaboração | trabalhar com | lavorare con |
      arbeitest | zusammen mit | in enger | coordinar* | coordonner | koordin* | sit with | sit in
      with | contact with | hand over to | hand off to | handoff* | talk to our | talking to our |
      speak with our | in touch with | touch base with | assist our | assisting our | support our |
      supporting our | help our team | present to | presenting to | presentations to | pair with |
      pair programming | embedded | mediat* | alongside
    teach / verb / 1 / a / teaches or trains people
      train | training | teach | teaching | coach | coaching | mentor | mentoring | guide | guiding
      | upskill* | educate | educating | onboard | onboarding | tutoring | instruct | workshop* |
      knowledge transfer | knowledge sharing | schulen | schulung* | einarbeit* | capacitar |
      capacitación | formar | treinar | treinamento
    advise / verb / 1 / e / advises or recommends
      advise | advising | advisory | advice | guidance | consult | consulting | consultation |
      counsel | recommend* | help us understand | help us identify | help us decide | help us
      navigate | help us explore | strategic input | assess our | audit our | sounding board |
      insights to | inform our | inform decisions | beraten | beratung | conseil | conseiller |
      asesor* | consultoría
    lead / verb / 1 / e / leads, owns or manages
      lead | leading | manage | managing | oversee | overseeing | supervis* | head | direct |
      directing | delegat* | hire | recruit | run | own | owning | spearhead* | drive | driving |
      champion | orchestrat* | take charge | take ownership | in charge of | responsible for |
      accountable | take over | leiten | leitest | verantwort* | führen | gérer | diriger | liderar
      | gestionar | gerenciar | gestire | dirigir
    keep / verb / 1 / d / keeps something running
      maintain | maintaining | maintenance | support | supporting | monitor | monitoring | enhance |
      enhancing | improve | improving | optimize | optimizing | troubleshoot | troubleshooting |
      administer | manage | managing | evolve | scale | scaling | handle | handling | operate |
      update and | upkeep | betreuen | pflegen | maintenir | mantener | mantenimiento | manter |
      gestionar
    make / verb / -1 / b / makes a thing that can be specified
      build | create | design | develop | write | make | code | draw | produce | record | edit |
      translate | transcribe | convert | migrate | install | set up | setup | configure | integrate
      | customize | redesign | scrape | extract | format | generate | compile | collect | proofread
      | implement | fix | debug | import | export | automate | animate | program | model | clean |
      rewrite | retouch | remove | transfer | duplicate | replicate | clone | erstellen | gestalten
      | schreiben | übersetzen | entwickeln | créer | rédiger | concevoir | traduire | crear |
      diseñar | escribir | traducir | desarrollar | criar | desenvolver | traduzir | creare |
      scrivere | tradurre
    group / object / 2 / a / names groups of the client
      cross functional | crossfunctional | stakeholder* | internal team* | departments | department
      | business units | leadership | senior management | management team | executives | executive
      team | product team* | engineering team* | development team* | dev team* | design team* |
      designers | designer | developers | engineers | data team* | marketing team* | sales team* |
      finance team* | financial team* | creative team* | content team* | it team* | hr team* | legal
      team* | operations team* | ops team | devops team* | support team* | production team* |
      research team* | technical team* | tech team* | accounting team* | data scientists | data
      engineers | analysts | product managers | project managers | project manager | product owner*
      | account managers | property managers | media buyers | strategists | other teams | multiple
      teams | various teams | other departments | various departments | business teams | business
      users | subject matter experts | smes | our staff | team leads | team lead | managers |
      directors | multidisciplinary | backend developer | back end api developer | existing
      developers | external teams | architects | internal employees | clinical | administrative
      staff | program staff | remote team* | global team* | leads | equipo | equipos | areas
      pertinentes | abteilung* | fachbereich* | geschäftsführung | départements | parties prenantes
      | áreas | partes interesadas | departamentos | our developer | our designer | our backend |
      our lead | our cto | our ceo | our founder | our coo | our editor | our editors | our writers
      | our project manager | our product manager | our analysts | our consultants | coordinator* |
      attorneys | lawyers | clinicians | accountants | board | board members | committee* | customer
      success team | customer service team | customer care | care team | sales reps | sales
      representatives | account executives | sales and marketing | marketing and sales | other
      developers | other designers | other writers | other agents | other analysts | warehouse team
      | logistics team
    principal / object / 1 / a / names the person who leads the client
      ceo | cto | coo | cfo | cmo | founder | founders | co founder | business owner | owner |
      managing director | managing partner | principals | director | president | executive | with me
      | me directly
    team / object / 2 / a / speaks of a team
      team | teams | team members | team member | colleagues | coworkers | teammates | in house |
      inhouse | our guys | our people | staff | employees | personnel | contractors | freelancers |
      vas | subcontractors | unser team | unserem team | unseres teams | équipe | équipes | equipo |
      equipos | equipe | squadra | kollegen | collègues | colegas | mitarbeiter*
    outer / object / 1 / a / deals with the client's customers or suppliers
      clients | customers | vendors | suppliers | client | customer | contractors | third party |
      partners | investors | brokers | end users | users | patients | guests | candidates | agencies
      | vendor | kunden | clientes | fournisseurs | proveedores | fornecedores | lieferanten |
      clienti
    us / object / 0 / a / speaks of the company
      us | our | ourselves | company | organization | business
    function / object / 0 / e / covers a function of the company
      strategy | strategies | operations | accounts | campaigns | budget | budgets | growth |
      projects | project delivery | processes | hiring | recruitment | relationships | pipeline |
      initiatives | programs | roadmap | architecture | infrastructure | product | portfolio |
      department | function | channels | social media | marketing | sales | finances | financial
      reporting | bookkeeping | payroll | closing | close process | forecast* | budgeting | planning
      | performance | systems | workflow* | backlog | releases | deployment* | environment |
      policies | compliance | kpis | vendor management | inventory | supply chain | logistics |
      orders | schedules
    system / object / 0.5 / c / works on the client's running systems
      existing system* | existing application | existing platform | existing product | existing
      infrastructure | existing codebase | existing website | our system* | our platform | our
      application* | our infrastructure | our codebase | our website | our product* | our database |
      our tools | our crm | our store | production system* | servers | in production | applications
      | our internal | internal systems | internal tools | our servers | our stack | our environment
    thing / object / -1 / b / names a thing to deliver
      website | web site | landing page* | logo | app | mobile app | plugin | script | dashboard |
      report | spreadsheet | sheet | template | templates | video | videos | article | articles |
      blog post* | banner* | flyer* | brochure | presentation | powerpoint | pitch deck | slides |
      ebook | book | financial model | prototype | mvp | bot | chatbot | scraper | database | api |
      theme | mockup* | animation | illustration* | list of | survey | resume | patent | white paper
      | case study | form | forms | tool | web app | web application | shopify store | page | pages
      | file | files | documents | pdf | formula | macro* | feature | functionality | code | model |
      models | system | software | data | images | design | content | integration | automation |
      workflow | game | store | site | webseite | logos | site web | sitio web | página | artikel |
      flyers | übersetzung | traducción | traduction | tradução | hoja de cálculo | tabelle
    ritual / sign / 2 / a / names meetings and rituals
      stand up | stand ups | standup | standups | daily meeting* | weekly meeting* | weekly call* |
      weekly sync | team meeting* | project meeting* | regular meeting* | client meeting* | attend
      meeting* | participate in meeting* | board meeting* | monthly meeting* | check ins | check in
      calls | sprint | sprints | scrum | agile | kanban | retrospective* | code review* | pull
      request* | peer review* | one on one* | conference calls | zoom meetings | meetings | sprint
      planning | backlog | jira | daily calls | daily communication | performance reviews | status
      meetings | brainstorm* | slack channel | operational calls | bi monthly | reuniones | daily
      scrum | wöchentliche* | jour fixe | réunions | réunion hebdomadaire | reunión | reuniones
      semanales | reuniões | riunioni | besprechung* | standup meeting | weekly team | daily standup
      | daily huddle | syncs | sync calls | roadmap planning | quarterly planning | weekly planning
      | weekly review* | weekly session* | weekly check in* | daily contact | daily check in* |
      touch base | catch up call* | regular calls | regular check in* | biweekly meeting* | bi
      weekly meeting* | bi weekly call* | weekly video call* | weekly zoom | team call | team calls
      | all hands | status calls | sit in on | planning sessions | review sessions | feedback
      sessions | working sessions | design reviews | sprint review*
    cycle / sign / 0.5 / d / recurs
      weekly | monthly | quarterly | daily | each week | every week | every day | each month | per
      week | a week | week to week | recurring | month end | monthly close | on a daily basis |
      regular basis | regularly
    ongoing / sign / 1 / d / goes on
      ongoing | on going | long term | longterm | permanent | indefinite | indefinido | retainer |
      year contract | month contract | long run | contract to hire | continuous | future projects |
      additional projects | future work | more work | extension | extended | months of work |
      growing with us | grow with us | langfristig* | dauerhaft | laufend* | à long terme | largo
      plazo | a largo plazo | longo prazo | unbefristet | récurrent | lungo termine
    fulltime / sign / 1 / d / is full-time
      full time | fulltime | 40 hours | 40 hrs | 35 hours | 30 hours | 8 hours | monday to friday |
      monday through friday | mon fri | employee | new employee | night shift | shift | shifts | on
      call | vollzeit | temps plein | tiempo completo | jornada completa | tempo integral
    hours / sign / 1 / d / fixes hours of presence
      part time | 20 hours | business hours | working hours | office hours | time zone | timezone |
      time zones | est | pst | cst | gmt | cet | overlap | availability | available during | us
      hours | hours per week | hours a week | hrs week | 2 hours daily | hours daily
    salary / sign / 0.5 / d / pays like a position
      per month | monthly salary | month salary | salary | base pay | usd month | inr monthly |
      month usd | annual | compensation | benefits | pto | paid time off | holidays | 13th month |
      bonus | bonuses | health insurance | equity | commission | revenue share | profit share | net
      revenue | shares
    oneoff / sign / -2 / d / is done once
      one time | onetime | one off | single project | quick project | short project | small project
      | small job | quick job | simple job | simple task | small task | short term | asap | urgent |
      urgently | deadline | by tomorrow | today | tomorrow | within 24 hours | in 24 hours | 48
      hours | within a week | this week | in one week | couple of hours | few hours | 1 2 hours | 2
      3 hours | an hour | 2 hours in total | turnaround | due by | need it done | get it done |
      needs to be done | must be completed | completed by | once completed | upon completion | one
      project | initial project | test task | einmalig* | ponctuel* | ponctuelle | puntual | única
      vez | pontual | una tantum | kleines projekt | mission courte | test project | weekend project
      | pilot project | one day | one hour | half a day
    join / sign / 1 / a / asks somebody to join
      join our | join us | part of our team | part of the team | addition to our | join the |
      joining our | join a | become part | be part of | member of our | team member | verstärkung
      für | unser team verstärken | rejoindre notre | rejoins notre | únete a | unirse a | juntar se
      | fazer parte | formar parte
    seat / sign / 1 / e / describes a position
      this role | the role | role overview | position | role is | your role | key role | role in |
      role will | job title | vacancy | reports to | report to | reporting to | reporting directly |
      we are hiring | hiring a | hiring for | seeking a full | contract period | contract role | key
      player | right hand | second in command | partner | co founder | cofounder | fractional | head
      of | department
    duties / sign / 1 / b / lists duties instead of deliverables
      responsibilities | key responsibilities | duties | what you will do | what you ll do | you
      will be responsible | responsible for | main tasks | key tasks | daily tasks | job description
      | tasks include | responsibilities include | duties include | other duties | as needed | ad
      hoc | various tasks | variety of tasks | any tasks | multiple projects | various projects |
      different projects | diverse projects | multiple parallel | work streams | whatever | anything
      else | wear many hats | jack of all trades | aufgaben | deine aufgaben | ihre aufgaben | vos
      missions | responsabilités | responsabilidades | funciones | tus funciones | tarefas |
      whatever is needed | wide range of tasks | range of tasks | all aspects of | miscellaneous |
      duties as assigned | generalist | odd jobs
    knowhow / sign / 1 / c / needs to know the client's business
      understand our | understanding of our | learn our | learning our | knowledge of our | familiar
      with our | our operations | our processes | institutional | day to day | daily operations |
      back office | business needs | business requirements | business goals | business objectives |
      across the organization | decision making | business decisions | confidential* | getting up to
      speed | ramp up | training will be provided | we will train | training period | will be
      trained | get to know our | learn how we | how we work | our way of working | our playbook* |
      shadow* | handover | grow into | take over from | replacing | replacement for | cover for |
      maternity | is leaving | our internal
    personal / sign / 1 / a / assists a person
      calendar | inbox | email management | scheduling | travel arrangement* | appointments |
      personal assistant | executive assistant | point of contact | answer calls | answering calls |
      phone calls | manage my | manage emails | right hand | administrative support | administrative
      tasks | admin tasks | admin support | virtual assistant | follow ups | follow up with |
      correspondence | bookings | errands | communications | organized and
    queue / sign / 1 / a / sits in a shared queue
      tickets | ticket | ticketing | helpdesk | help desk | customer inquiries | inquiries |
      customer support | customer service | live chat | escalat* | queue | user support | technical
      support | customer issues | customer success | zendesk | intercom | customer questions |
      resolve issues | customer facing | client facing
    pipeline / sign / 1 / c / keeps relations with prospects
      sales pipeline | close deals | closing deals | closing a sale | quota | account management |
      account executive | business development | client acquisition | lead qualification | qualify
      leads | sales calls | upsell* | prospects | prospecting
    spec / sign / -1 / b / comes with a sample, template or specification
      attached | attachment* | sample | samples | see example | sop | sops | guidelines | will be
      provided | we will provide | i will provide | will provide | provided by | specification* |
      specs | figma | psd | wireframe* | mock up* | step by step | detailed instructions | style
      guide | similar to | like this | look like | link below | see below | as follows | list below
      | following features | i have a list | we have a list | already have | scoping document |
      screenshots | screenshot | example | examples | reference | references | vorlage | vorlagen |
      modèle fourni | plantilla | modelo | beispiel* | ejemplo* | exemple* | content is ready | copy
      is ready | designs are ready | script is ready | existing template | glossary | checklist |
      source text | print ready | brand guide | brand guidelines | raw footage | footage | house
      style | mockups | attached file
    deliverables / sign / -1 / b / states deliverables
      deliverables | deliverable | scope of work | project scope | scope | milestone* | final files
      | source files | source code | acceptance | revision* | phase 1 | phase | expected output |
      output | final product | final report | project overview | project description | project
      details | timeline | project goal* | project objective* | key features | features | users can
      | users should | user should | should be able to | technical requirements | objective | tech
      stack | functional requirements | lieferumfang | livrables | entregables | entregáveis
    piece / sign / -1 / b / is priced by the piece
      per article | per word | per video | per lead | per piece | per post | per item | per image |
      per script | words each | words | word count | fixed price | fixed budget | budget | quote |
      estimate | bid | bids | price | cost | payment | per project | your rate | per hour | hourly
      rate | flat fee | flat rate | lump sum | per minute | per 1000 words | per design | per slide
      | per edit | fixed fee
    count / sign / -1 / b / counts its output
      articles | videos | pages | products | images | posts | slides | leads | words | companies |
      appointments | screens | designs | files | entries | rows | contacts
    project / sign / -1 / d / is one project
      this project | the project | project | a project | job | this job | task | tasks | gig |
      assignment | projekt | dieses projekt | ce projet | este proyecto | este projeto
    private / sign / -1.5 / a / serves a private person or a study
      homework | thesis | dissertation | my resume | my school | university | student | students |
      personal project | my book | my website | my site | my app | tutor | tutoring | teach me |
      help me | my own | my project | my assignment | coursework | exam | interview support | during
      interviews | clear interview* | proxy | participants | paid interview | survey | doctoral |
      dissertation help | private tutor | nachhilfe | hausarbeit | tesis | mémoire
    me / sign / -0.5 / a / has one person as its contact
      i | my | me | i m | i ve
    we / sign / 0 / a / speaks of a firm
      we | our | us
    solo / sign / -0.5 / a / is done alone
      work independently | independently | on your own | own schedule | own time | flexible hours |
      flexible schedule | flexible | minimal supervision | easy | simple | straightforward |
      repetitive | copy and paste | copy paste | no experience | self sufficient | basic
    firm / sign / 0 / - / names the kind of firm
      agency | startup | start up | consultancy | enterprise | firm | law firm | our agency | small
      business
    money / sign / 0 / - / names an amount of money
      $
    role-head / title / 2 / role / runs a function
      head | director | chief | cto | cfo | coo | cmo | cio | vp | officer | co founder | cofounder
      | founder | fractional | interim | partner | equity
    role-manager / title / 2 / role / manages or coordinates
      manager | management | supervisor | team lead | lead | leader | coordinator | scrum master |
      product owner | administrator | controller | operations | project manager | product manager |
      program manager | coordination | executive
    role-assist / title / 1 / role / is an assistant
      assistant | va | secretary | receptionist | admin | executive assistant | personal assistant |
      virtual assistant
    role-analyst / title / 0 / role / is an analyst
      analyst | business analyst | financial analyst | data analyst
    role-consult / title / 1 / role / is a consultant or coach
      consultant | consulting | advisor | adviser | coach | mentor | strategist | strategy |
      guidance | advisory
    role-trainer / title / 0.5 / role / is a trainer or tutor
      trainer | instructor | tutor | lecture | course | training | teacher
    role-sales / title / 1 / role / sells, markets or recruits
      sales | account executive | account manager | sdr | business development | representative |
      rep | closer | recruiter | recruitment | talent acquisition | hr | human resources | marketing
      manager | marketer | digital marketer | media buyer | marketing specialist
    role-calls / title / -1 / role / is countable routine
      telemarketer | appointment setter | cold caller | caller | lead generation | data entry |
      lister | researcher | list building
    role-support / title / 1 / role / supports users
      support | helpdesk | help desk | customer service | customer support | customer success |
      technician | moderator | community
    role-finance / title / 1 / role / keeps the books
      accountant | bookkeeper | bookkeeping | accounting | finance | payroll | tax | cpa
    role-dev / title / 0 / role / is a technical role
      developer | engineer | programmer | full stack | backend | frontend | devops | architect |
      scientist | qa | tester
    role-create / title / -1 / role / is a creative craft
      designer | writer | editor | illustrator | animator | copywriter | artist | photographer |
      translator | voice | transcri*
    role-task / title / -1.5 / role / names a task in its title
      needed for | needed to | fix | build | create | design | develop | development | setup | set
      up | convert | migrate | integration | integrate | creation | redesign | help | script |
      website | dashboard | dashboards | logo | template | model | scrape | scraping | report |
      migration | automation | installation | conversion | project | quick | simple | small | app |
      analysis | modeling | bot | update | implementation | custom | video
    role-seat / title / 1 / role / names a position in its title
      senior | junior | full time | part time | position | job | remote | long term | ongoing | join
      | team | dedicated | for our | hiring | role | freelance | contract
    """#

  /// Phrases of sentences that every posting has; the guide gives them no weight.
  static let boilerplate = #"""
      hear from you | look forward to | looking forward to | love to hear | apply now | to apply |
      how to apply | when applying | your proposal | your application | cover letter | start your |
      please include | please share | please send | please provide | please submit | please attach |
      please note | send me | send us | drop a message | include the word | thank you | thanks |
      best regards | kind regards | equal opportunity | all qualified applicants | without regard to
      | communication skills | team player | attention to detail | detail oriented | self starter |
      self motivated | fast paced | hard working | problem solving skills | interpersonal skills |
      time management | work ethic | fast growing | rapidly growing | leading provider | we are a
      leading | dynamic team | join our dynamic | join our growing | join us in | great opportunity
      | exciting opportunity | unique opportunity | if you are passionate | if you re passionate |
      if this sounds | if you have a passion | if you are interested | if interested | ideal
      candidate will have | ideal candidate should have | passion for | passionate about | long term
      relationship | long term collaboration | potential for long term | may lead to | right person
      | right candidate | competitive salary | only apply | serious applicants | no agencies | no
      agency | previous work | past work | portfolio | hourly rate | hope you | how are you | good
      day | good morning | nice to meet | we are a fast | we are a dynamic | we are a growing | we
      are a small but | we are passionate | we believe | we value | we pride ourselves | our mission
      is | our mission | our vision | our values | founded in | established in | years of excellence
      | headquartered | award winning | world class | trusted by | we offer a | we offer competitive
      | competitive compensation | flexible working | work life balance | friendly environment |
      positive attitude | can do attitude | willingness to learn | go getter | rockstar | rock star
      | ninja | highly motivated | results driven | results oriented | hit the ground running | fast
      learner | quick learner | good english | fluent english | english skills | written and verbal
      | verbal and written | internet connection | stable internet | own computer | let s talk | let
      us know | get in touch | tell us about | tell me about | introduce yourself | your experience
      with | examples of your | links to your | your rates | your availability | screening questions
      | interview process | shortlisted | successful candidate will be | background check | nda |
      non disclosure | confidentiality agreement | top rated | job success | upwork | freelancers
      only | no copy paste | ai generated | generic applications | templated | chatgpt responses |
      more details | further details | will be discussed | will be shared | in the interview
    """#

  /// Phrases of sentences that say as little, unless a verb and its object stand in them too.
  static let filler = #"""
      agencies | do not apply | not apply | need not apply | please apply | apply if | apply with |
      apply only | apply today | applicants | candidates should | we use slack | use slack | company
      culture | great culture | culture of | vibrant | supportive environment | collaborative
      environment | inclusive | diversity | growth opportunities | room for growth | opportunity to
      grow | opportunities to grow | career growth | cutting edge | innovative company | industry
      leader | market leader | around the world | all over the world | happy customers | satisfied
      clients | satisfied customers | reputable | well established | years in business | are proud |
      we re proud | excited to | thrilled | delighted | good luck | cheers | have a great | have a
      nice | wonderful day | great day | best wishes | sincerely | talk soon | feel free | don t
      hesitate | do not hesitate | say hi | what we offer | perks | sense of humor | trustworthy |
      punctual | meet deadlines | under pressure | native english | english speaker | responsive |
      respond quickly | start immediately | immediate start | available immediately | must be
      reliable | reliable and | honest and | friendly | easy going | great attitude | right attitude
      | good attitude | eager to | willing to learn | ready to learn | quality work | high quality
      work | quality is | best quality | pay on time | fair pay | fair rates | good reviews | five
      star | 5 star | positive feedback | good feedback | more work | future work | future projects
      | possibility of | possible for the right | ongoing work for | if all goes well | goes well |
      if you think you | think you are | are you the | is this you | sounds like you | sound like
      you | join us | be part of something | make a difference | changing the world | passion |
      talented individuals | talented individual | talented people | no time wasters | time wasters
      | serious only | serious inquiries | bots | read the full | read this post | read the entire |
      read carefully | fully read | at the top of | first line of | code word | secret word | the
      word | ignore all | previous instructions | classify this | answer with | reading our post |
      reading this | stopping by | potential for | potential to | possibility | long term
      partnership | long term cooperation | happy with your | if we are happy | depending on
      performance | coming years | leading names | one of the leading
    """#

  /// The priors of pairs of a verb and an object that follows it.
  static let pairs = #"""
    interact>group 2 | interact>principal 1 | interact>team 2 | interact>outer 1 | interact>us 1
    | interact>function 0.5 | teach>team 2 | teach>group 1 | teach>us 1 | teach>outer 1
    | advise>us 1 | advise>group 1 | advise>team 1 | advise>outer 0.5 | advise>function 1
    | lead>team 2 | lead>group 2 | lead>outer 1 | lead>function 1 | lead>us 1 | keep>system 1
    | keep>function 1 | keep>outer 1 | keep>team 1 | keep>group 1 | make>thing -1
    """#
}
