// swift-format-ignore-file
// Written by Scripts/embed_templates.py from Templates/; `make templates` writes it anew.

/// The files of `Templates/` as they stand, by their names.
enum TemplateTexts {
  static let all: [(name: String, text: StaticString)] = [
    ("brand.txt", ##"""
# Whose report it is. Lines are 'name = value'; colours are written with six hexadecimal digits.

# A name above the title; empty for none.
name =
# A mark beside the name: the data of one SVG path in a square of 24 by 24; empty for none.
logo =
# Links, and marks such as the edge of a tile, on white and on dark paper.
link = #1D4ED8
linkDark = #93C5FD
mark = #1E64C9
markDark = #1E64C9
# The button of the e-mail, with white words on it.
button = #1D4ED8

"""##),
    ("decisions.md.mustache", ##"""
{{%CONTENT_TYPE: SAFEMARKDOWN}}
{{#hasDecisions}}
### {{t.decisionsNeeded}}

{{#decisions}}
1. **{{what}}** — {{money}}. {{why}} {{t.owner}}: {{owner}}, {{due}}.
{{/decisions}}

{{/hasDecisions}}
{{#verdict}}
**{{t.verdictHead}}** {{verdict}}

{{/verdict}}

"""##),
    ("department.html.mustache", ##"""
{{%CONTENT_TYPE: SAFEHTML}}
<details id="{{anchor}}" class="card">
<summary><strong>{{id}}</strong> <span class="band {{bandKey}}">{{shape}} {{band}}</span> <span class="money">{{loss}}</span> {{t.expectedLossWord}}, {{roleCount}}. <strong>{{recommended}}</strong></summary>
<p lang="en">{{reason}}</p>
{{#decisionReason}}
<p lang="en">{{decisionReason}}{{#notes}} {{.}}{{/notes}}</p>
{{/decisionReason}}
{{#hasOptions}}
<div class="scroll" tabindex="0" role="group" aria-label="{{t.options}}: {{id}}"><table><thead><tr><th scope="col">{{t.costPart}}</th>{{#optionNames}}<th scope="col" class="n">{{.}}</th>{{/optionNames}}</tr></thead><tbody>
{{#parts}}
<tr><th scope="row">{{name}}</th>{{#cells}}<td class="n">{{.}}</td>{{/cells}}</tr>
{{/parts}}
</tbody></table></div>
<details><summary>{{t.marketplaceGives}}</summary>
<div class="scroll" tabindex="0" role="group" aria-label="{{t.marketplaceGives}}: {{id}}"><table><thead><tr><th scope="col">{{t.service}}</th>{{#optionNames}}<th scope="col" class="n">{{.}}</th>{{/optionNames}}</tr></thead><tbody>
{{#services}}
<tr><th scope="row" lang="en">{{name}}</th>{{#cells}}<td class="n">{{.}}</td>{{/cells}}</tr>
{{/services}}
</tbody></table></div>
{{#hasServiceNotes}}
<ul>{{#serviceNotes}}<li>{{option}}: <span lang="en">{{texts}}</span>.</li>{{/serviceNotes}}</ul>
{{/hasServiceNotes}}
</details>
<details><summary lang="en">Pay</summary><ul lang="en">{{#wages}}<li>{{.}}</li>{{/wages}}</ul></details>
{{/hasOptions}}
<p class="muted">{{t.spendByPerson}} {{concentration}}.</p>
{{#explained}}
{{> explained.html}}
{{/explained}}
{{#optionsExplained}}
{{> explained.html}}
{{/optionsExplained}}
<div class="pictures">
{{#pictures}}
{{> picture.html}}
{{/pictures}}
</div>
</details>

"""##),
    ("email.html.mustache", ##"""
{{%CONTENT_TYPE: SAFEHTML}}
<!DOCTYPE html>
<html lang="{{t.languageCode}}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="x-apple-disable-message-reformatting" content="">
<title>{{subject}}</title>
</head>
<body style="margin:0;padding:0;background-color:#F3F4F6;">
<div style="display:none;font-size:1px;line-height:1px;max-height:0;overflow:hidden;mso-hide:all;">{{preheader}}</div>
<div role="article" aria-label="{{title}}" lang="{{t.languageCode}}" dir="ltr">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#F3F4F6"><tr><td align="center" style="padding:16px 8px;">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#FFFFFF" style="max-width:600px;">
<tr><td style="padding:20px 20px 4px 20px;font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:22px;color:#1F2937;">
{{#brandName}}
<p style="margin:0 0 4px 0;font-size:14px;color:#4B5563;"><strong>{{brandName}}</strong></p>
{{/brandName}}
<h1 style="margin:0 0 10px 0;font-size:20px;line-height:26px;">{{title}}</h1>
</td></tr>
{{#hasDecisions}}
<tr><td style="padding:4px 20px 8px 20px;font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:22px;color:#1F2937;">
<h2 style="margin:4px 0 8px 0;font-size:17px;line-height:24px;">{{t.decisionsNeeded}}</h2>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
{{#decisions}}
<tr><td width="4" bgcolor="#1E64C9" style="font-size:1px;">&nbsp;</td><td style="padding:4px 0 10px 12px;font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:21px;color:#1F2937;"><strong>{{what}}</strong><br>{{money}}. <span lang="en">{{why}}</span><br><span style="color:#4B5563;">{{t.owner}}: {{owner}}, {{due}}</span></td></tr>
{{/decisions}}
</table>
</td></tr>
{{/hasDecisions}}
{{#verdict}}
<tr><td style="padding:4px 20px 8px 20px;font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:21px;color:#1F2937;"><p style="margin:0 0 8px 0;"><strong>{{t.verdictHead}}</strong> <span lang="en">{{verdict}}</span></p></td></tr>
{{/verdict}}
<tr><td style="padding:4px 20px 8px 20px;font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:22px;color:#1F2937;">
<p style="margin:0 0 8px 0;font-size:16px;line-height:24px;"><strong>{{headline}}</strong></p>
<p style="margin:0 0 12px 0;">{{meaning}}</p>
{{#reportURL}}
<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="{{button}}" style="padding:12px 20px;"><a href="{{reportURL}}" style="font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:20px;color:#FFFFFF;text-decoration:none;"><strong>{{t.openReport}}</strong></a></td></tr></table>
{{/reportURL}}
</td></tr>
<tr><td style="padding:8px 20px;">
<table class="data-table" width="100%" cellpadding="0" cellspacing="0" border="0" style="font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:20px;color:#1F2937;">
{{#tiles}}
<tr><th align="left" valign="top" scope="row" style="padding:6px 8px 6px 0;font-weight:normal;border-top:1px solid #D1D5DB;">{{label}}</th><td align="right" style="padding:6px 0;border-top:1px solid #D1D5DB;"><strong>{{value}}</strong><br><span style="color:#4B5563;">{{note}}</span></td></tr>
{{/tiles}}
</table>
</td></tr>
<tr><td style="padding:8px 20px;">
<h2 style="margin:8px 0;font-family:Arial,Helvetica,sans-serif;font-size:17px;line-height:24px;color:#1F2937;">{{t.rolesByLoss}}</h2>
<table class="data-table" width="100%" cellpadding="0" cellspacing="0" border="0" style="font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:20px;color:#1F2937;">
<tr><th align="left" valign="bottom" scope="col" style="padding:4px 8px 4px 0;">{{t.roleAndAdvice}}</th><th align="left" valign="bottom" scope="col" style="padding:4px 8px 4px 0;">{{t.expectedLoss}}</th><th align="right" valign="bottom" scope="col" style="padding:4px 0;">{{t.indexWord}}</th></tr>
{{#bars}}
<tr><td valign="top" style="padding:6px 8px 6px 0;">{{name}}<br><span style="color:#4B5563;">{{class}}; {{advice}}</span></td><td valign="top" width="128" style="padding:6px 8px 6px 0;">{{loss}}
<table role="presentation" width="120" cellpadding="0" cellspacing="0" border="0"><tr>{{#hasFilled}}<td width="{{filled}}" height="10" bgcolor="#1E64C9" style="font-size:1px;line-height:10px;mso-line-height-rule:exactly;">&nbsp;</td>{{/hasFilled}}{{#hasEmpty}}<td width="{{empty}}" height="10" bgcolor="#E5E7EB" style="font-size:1px;line-height:10px;mso-line-height-rule:exactly;">&nbsp;</td>{{/hasEmpty}}</tr></table></td><td valign="top" align="right" nowrap style="padding:6px 0;">{{shape}}&nbsp;{{band}}<br><span style="color:#4B5563;">{{index}}</span></td></tr>
{{/bars}}
</table>
{{#moreRoles}}
<p style="margin:8px 0;font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:20px;color:#4B5563;">{{moreRoles}}</p>
{{/moreRoles}}
</td></tr>
{{#hasFindings}}
<tr><td style="padding:8px 20px;font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:20px;color:#1F2937;">
<h2 style="margin:8px 0;font-size:17px;line-height:24px;">{{t.topFindingsHead}}</h2>
{{#findings}}
<p style="margin:0 0 6px 0;"><strong>{{shape}}&nbsp;{{severity}}</strong> <span lang="en">{{title}}</span>{{#amount}}, {{amount}}{{/amount}}</p>
{{/findings}}
</td></tr>
{{/hasFindings}}
<tr><td style="padding:8px 20px 20px 20px;font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:20px;color:#4B5563;">
<p style="margin:8px 0;">{{dataLine}}</p>
<p style="margin:8px 0;">{{t.indexMeaning}} {{t.band_low}} {{t.underWeek}}, {{t.band_moderate}} {{t.upToTwoWeeks}}, {{t.band_high}} {{t.upToMonth}}, {{t.band_critical}} {{t.aboveMonth}}.</p>
<p style="margin:8px 0;">{{t.reconciliationWord}} {{reconciliation}}. {{moneyIn}}. {{listed}}</p>
<p style="margin:8px 0;"><strong>{{t.cannotShow}}</strong>{{#keyLimits}} <span lang="en">{{.}}</span>{{/keyLimits}}</p>
<p style="margin:8px 0 0 0;">tacit {{version}}. {{t.whyThisMail}}</p>
</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</div>
</body>
</html>

"""##),
    ("email.txt.mustache", ##"""
{{%CONTENT_TYPE: SAFETEXT}}
{{title}}

{{#hasDecisions}}
{{t.decisionsNeeded}}

{{#decisions}}
- {{what}} — {{money}}. {{why}} {{t.owner}}: {{owner}}, {{due}}.
{{/decisions}}

{{/hasDecisions}}
{{#verdict}}
{{t.verdictHead}} {{verdict}}

{{/verdict}}
{{headline}}

{{meaning}}

{{#reportURL}}
{{t.fullReport}}: {{reportURL}}

{{/reportURL}}
{{#tiles}}
- {{label}}: {{value}} ({{note}})
{{/tiles}}

{{t.rolesByLoss}}

{{#bars}}
- {{name}}: {{loss}}, {{t.indexWord}} {{index}}, {{band}}. {{class}}; {{advice}}.
{{/bars}}

{{#moreRoles}}
{{moreRoles}}

{{/moreRoles}}
{{#hasFindings}}
{{t.topFindingsHead}}

{{#findings}}
- {{severity}}: {{title}}{{#amount}}, {{amount}}{{/amount}}.
{{/findings}}

{{/hasFindings}}
{{dataLine}}

{{t.indexMeaning}} {{t.band_low}} {{t.underWeek}}, {{t.band_moderate}} {{t.upToTwoWeeks}}, {{t.band_high}} {{t.upToMonth}}, {{t.band_critical}} {{t.aboveMonth}}.

{{t.reconciliationWord}} {{reconciliation}}. {{moneyIn}}. {{listed}}

{{t.cannotShow}}{{#keyLimits}} {{.}}{{/keyLimits}}

tacit {{version}}. {{t.whyThisMail}}

"""##),
    ("explained.html.mustache", ##"""
{{%CONTENT_TYPE: SAFEHTML}}
<details class="explained"><summary>{{t.stepByStep}} <code>{{id}}</code></summary>
<div class="scroll" tabindex="0" role="group" aria-label="{{t.stepByStep}} {{id}}"><table lang="en"><tbody>
{{#steps}}
<tr><th scope="row">{{what}}</th><td>{{formula}}</td><td>{{result}}</td></tr>
{{/steps}}
</tbody></table></div>
{{#moreSteps}}
<p class="muted">{{moreSteps}}</p>
{{/moreSteps}}
{{#hasParameters}}
<p class="muted">{{t.parameterSources}}{{#parameters}} <code>{{name}}</code> {{value}}: <span lang="en">{{source}}</span>;{{/parameters}}</p>
{{/hasParameters}}
{{#hasSources}}
<p class="muted">{{t.linesBehind}}{{#sources}} <code>{{place}}</code> ({{of}}, {{hours}});{{/sources}}{{#moreSources}} {{moreSources}}{{/moreSources}}</p>
{{/hasSources}}
</details>

"""##),
    ("finding.html.mustache", ##"""
{{%CONTENT_TYPE: SAFEHTML}}
<details id="{{anchor}}" class="finding">
<summary><span class="band {{severityKey}}">{{shape}} {{severity}}</span> <span lang="en">{{title}}</span> {{#amount}}<span class="money">{{amount}}</span>{{/amount}} <span class="muted">{{status}}</span></summary>
<dl lang="en">
<dt lang="{{t.languageCode}}">{{t.criterion}}</dt><dd>{{criterion}}</dd>
<dt lang="{{t.languageCode}}">{{t.condition}}</dt><dd>{{condition}}</dd>
<dt lang="{{t.languageCode}}">{{t.why}}</dt><dd>{{cause}}</dd>
<dt lang="{{t.languageCode}}">{{t.consequence}}</dt><dd>{{consequence}}</dd>
<dt lang="{{t.languageCode}}">{{t.whatToDo}}</dt><dd>{{action}}</dd>
<dt lang="{{t.languageCode}}">{{t.evidence}}</dt><dd>{{#evidence}}<code>{{place}}</code> {{text}}<br>{{/evidence}}<a href="#{{anchor}}">{{id}}</a></dd>
</dl>
</details>

"""##),
    ("findings.csv.mustache", ##"""
{{%CONTENT_TYPE: SAFECSV}}
id,check,severity,status,respond,respond_by,subject,title,amount,currency,criterion,condition,cause,consequence,action,note,evidence
{{#findings}}
{{id}},{{check}},{{severity}},{{status}},{{respond}},{{{respondBy}}},{{subject}},{{title}},{{{amount}}},{{{currency}}},{{criterion}},{{condition}},{{cause}},{{consequence}},{{action}},{{note}},{{evidence}}
{{/findings}}

"""##),
    ("manifest.json.mustache", ##"""
{{%CONTENT_TYPE: SAFEJSON}}
{
  "tool_version": {{version}},
  "quarter": {{quarter}},
  "as_of": {{asOf}},
  "files": [
{{#files}}
    { "name": {{name}}, "bytes": {{{bytes}}}, "sha256": {{sha256}} }{{#comma}},{{/comma}}
{{/files}}
  ]
}

"""##),
    ("picture.html.mustache", ##"""
{{%CONTENT_TYPE: SAFEHTML}}
<figure id="{{anchor}}"{{#isWide}} class="wide"{{/isWide}}>
<figcaption><strong>{{claim}}</strong> <span class="muted">{{note}}</span></figcaption>
<div class="scroll" tabindex="0" role="group" aria-label="{{claim}}">{{{svg}}}</div>
<details><summary>{{t.theNumbers}}</summary>
<div class="scroll" tabindex="0" role="group" aria-label="{{t.theNumbers}}: {{claim}}"><table><thead><tr><th scope="col">{{head}}</th>{{#columns}}<th scope="col" class="n">{{.}}</th>{{/columns}}</tr></thead><tbody>
{{#rows}}
<tr><th scope="row">{{name}}</th>{{#cells}}<td class="n">{{.}}</td>{{/cells}}</tr>
{{/rows}}
</tbody></table></div>
</details>
</figure>

"""##),
    ("rejects.csv.mustache", ##"""
{{%CONTENT_TYPE: SAFECSV}}
file,line,byte,column,code,reason,remedy,record
{{#rejects}}
{{file}},{{{line}}},{{{byte}}},{{{column}}},{{code}},{{reason}},{{remedy}},{{record}}
{{/rejects}}

"""##),
    ("report.html.mustache", ##"""
{{%CONTENT_TYPE: SAFEHTML}}
<!DOCTYPE html>
<html lang="{{t.languageCode}}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="{{policy}}">
<title>{{title}}</title>
<style>{{{style}}}</style>
</head>
<body>
<header>
{{#hasBrand}}
<p class="brand">{{#logo}}<svg viewBox="0 0 24 24" aria-hidden="true"><path d="{{logo}}"/></svg> {{/logo}}{{brandName}}</p>
{{/hasBrand}}
<h1>{{title}}</h1>
<p class="muted">{{dataLine}} <a href="#provenance">{{t.whereFrom}}</a></p>
<nav aria-label="{{t.sections}}" class="noprint"><a href="#pictures">{{t.pictures}}</a> <a href="#findings">{{t.findings}}</a> <a href="#departments">{{t.departments}}</a> <a href="#each">{{t.roles}}</a> <a href="#people">{{t.people}}</a> <a href="#method">{{t.method}}</a> <a href="#records">{{t.records}}</a></nav>
</header>
<main>
<section aria-labelledby="summary">
<h2 id="summary" class="headline">{{headline}}</h2>
<p>{{meaning}}</p>
{{#hasDecisions}}
<h3>{{t.decisionsNeeded}}</h3>
<ol class="decisions">
{{#decisions}}
<li>{{#link}}<a href="#{{link}}">{{/link}}<strong>{{what}}</strong>{{#link}}</a>{{/link}} — <b>{{money}}</b>. <span lang="en">{{why}}</span> <span class="muted">{{t.owner}}: {{owner}}, {{due}}.</span></li>
{{/decisions}}
</ol>
{{/hasDecisions}}
{{#verdict}}
<p><strong>{{t.verdictHead}}</strong> <span lang="en">{{verdict}}</span></p>
{{/verdict}}
<ul class="tiles">
{{#tiles}}
<li><span>{{label}}</span><a href="#{{link}}">{{value}}</a><span class="muted">{{note}}</span></li>
{{/tiles}}
</ul>
<h3 id="roles">{{t.rolesByLoss}}</h3>
<p class="legend muted">{{t.indexMeaning}} <span class="band low">● {{t.band_low}}</span> {{t.underWeek}}, <span class="band moderate">■ {{t.band_moderate}}</span> {{t.upToTwoWeeks}}, <span class="band high">▲ {{t.band_high}}</span> {{t.upToMonth}}, <span class="band critical">◆ {{t.band_critical}}</span> {{t.aboveMonth}}. {{t.busFactorMeaning}}</p>
<div class="scroll" tabindex="0" role="group" aria-label="{{t.rolesByLoss}}">
<table id="top-roles" class="sortable">
<thead><tr>{{> roles-head.html}}</tr></thead>
<tbody>
{{#topRoles}}
{{> roles-row.html}}
{{/topRoles}}
</tbody>
</table>
</div>
{{#moreRoles}}
<p class="muted">{{moreRoles}} <a href="#all-roles">{{t.allRoles}}</a></p>
{{/moreRoles}}
<div class="closing">
<p><strong>{{t.cannotShow}}</strong>{{#keyLimits}} <span lang="en">{{.}}</span>{{/keyLimits}} <a href="#limits">{{t.allLimits}}</a></p>
<p><strong>{{t.reconciliationWord}}</strong> {{reconciliation}}. {{moneyIn}}.</p>
</div>
</section>

<section class="annex" aria-labelledby="pictures">
<h2 id="pictures">{{t.pictures}}</h2>
<div class="pictures">
{{#pictures}}
{{> picture.html}}
{{/pictures}}
</div>
{{#companyOptions}}
<h3 id="company-options">{{t.wholeCompany}}: {{t.options}}</h3>
<p lang="en">{{decisionReason}}{{#notes}} {{.}}{{/notes}}</p>
<details><summary>{{t.marketplaceGives}}</summary>
<div class="scroll" tabindex="0" role="group" aria-label="{{t.marketplaceGives}}: {{t.wholeCompany}}"><table><thead><tr><th scope="col">{{t.service}}</th>{{#optionNames}}<th scope="col" class="n">{{.}}</th>{{/optionNames}}</tr></thead><tbody>
{{#services}}
<tr><th scope="row" lang="en">{{name}}</th>{{#cells}}<td class="n">{{.}}</td>{{/cells}}</tr>
{{/services}}
</tbody></table></div>
{{#hasServiceNotes}}
<ul>{{#serviceNotes}}<li>{{option}}: <span lang="en">{{texts}}</span>.</li>{{/serviceNotes}}</ul>
{{/hasServiceNotes}}
</details>
{{#optionsExplained}}
{{> explained.html}}
{{/optionsExplained}}
{{/companyOptions}}
{{#explained}}
{{> explained.html}}
{{/explained}}
<p class="muted">{{t.spendByPerson}} {{concentration}}.</p>
</section>

<section aria-labelledby="findings">
<h2 id="findings">{{findingCount}}</h2>
{{^hasFindings}}
<p>{{t.none}}</p>
{{/hasFindings}}
{{#hasFindings}}
<p class="noprint filter"><label for="finding-filter">{{t.filter}}</label> <input id="finding-filter" type="search" data-filter="finding-list"> <span id="finding-list-count" role="status"></span></p>
{{/hasFindings}}
<div id="finding-list" data-count="{{t.shownCount}}">
{{#findings}}
{{> finding.html}}
{{/findings}}
</div>
{{#moreFindings}}
<p>{{moreFindings}}</p>
{{/moreFindings}}
</section>

<section aria-labelledby="departments">
<h2 id="departments">{{t.departments}}</h2>
<div class="scroll" tabindex="0" role="group" aria-label="{{t.departments}}">
<table class="sortable">
<thead><tr><th scope="col">{{t.department}}</th><th scope="col" class="n">{{t.spendAYear}}</th><th scope="col" class="n">{{t.expectedLoss}}</th><th scope="col" class="n">{{t.indexWord}}</th><th scope="col" class="n">{{t.interval90}}</th><th scope="col">{{t.band}}</th><th scope="col">{{t.decisionWord}}</th></tr></thead>
<tbody>
{{#departments}}
<tr><th scope="row"><a href="#{{anchor}}">{{id}}</a></th><td class="n">{{spend}}</td><td class="n">{{loss}}</td><td class="n">{{index}}</td><td class="n">{{indexLow}} – {{indexHigh}}</td><td><span class="band {{bandKey}}">{{shape}} {{band}}</span></td><td>{{recommended}}</td></tr>
{{/departments}}
</tbody>
</table>
</div>
{{#departments}}
{{> department.html}}
{{/departments}}
</section>

<section class="annex" aria-labelledby="each">
<h2 id="each">{{t.roles}}</h2>
{{#hasMoreRoles}}
<h3 id="all-roles">{{heldCount}}</h3>
<p class="noprint filter"><label for="filter">{{t.filter}}</label> <input id="filter" type="search" data-filter="role-table"> <span id="role-table-count" role="status"></span></p>
<div class="scroll" tabindex="0" role="group" aria-label="{{t.roles}}">
<table id="role-table" class="sortable" data-count="{{t.shownCount}}">
<thead><tr>{{> roles-head.html}}</tr></thead>
<tbody>
{{#heldRoles}}
{{> roles-row.html}}
{{/heldRoles}}
</tbody>
</table>
</div>
{{/hasMoreRoles}}
{{#unlistedRoles}}
<p>{{unlistedRoles}}</p>
{{/unlistedRoles}}
{{#endedRoles}}
<p class="muted">{{endedRoles}}</p>
{{/endedRoles}}
{{#undetailedRoles}}
<p>{{undetailedRoles}}</p>
{{/undetailedRoles}}
{{#roles}}
{{> role.html}}
{{/roles}}
</section>

<section aria-labelledby="people">
<h2 id="people">{{t.people}}</h2>
<p>{{otherPeople}}</p>
{{#hasPeople}}
<div class="scroll" tabindex="0" role="group" aria-label="{{t.people}}">
<table class="sortable">
<thead><tr><th scope="col">{{t.person}}</th><th scope="col">{{t.roles}}</th><th scope="col">{{t.since}}</th><th scope="col">{{t.lastWork}}</th><th scope="col" class="n">{{t.chanceOfLeaving}}</th><th scope="col" class="n">{{t.expectedLoss}}</th><th scope="col" class="n">{{t.share}}</th><th scope="col" class="n">{{t.addedIfGone}}</th><th scope="col">{{t.notice}}</th></tr></thead>
<tbody>
{{#people}}
<tr id="{{anchor}}"><th scope="row">{{name}}</th><td>{{roles}}</td><td class="w">{{since}}</td><td class="w">{{last}}</td><td class="n">{{probability}}</td><td class="n" data-v="{{lossValue}}">{{loss}}</td><td class="n">{{share}}</td><td class="n">{{added}}</td><td lang="en">{{signals}}</td></tr>
{{/people}}
</tbody>
</table>
</div>
{{/hasPeople}}
{{#morePeople}}
<p>{{morePeople}}</p>
{{/morePeople}}
{{#hasExplainedPeople}}
<details><summary>{{t.stepByStepPeople}}</summary>
{{#explainedPeople}}
{{> explained.html}}
{{/explainedPeople}}
</details>
{{/hasExplainedPeople}}
{{#hasWhatIf}}
<h3>{{t.whatIfHead}}</h3>
<p>{{whatIf}} {{t.missedOrder}}{{#whatIfPeople}} <strong>{{name}}</strong> {{added}};{{/whatIfPeople}} {{t.missedTail}}</p>
<div class="scroll" tabindex="0" role="group" aria-label="{{t.whatIfHead}}"><table><thead><tr><th scope="col">{{t.role}}</th><th scope="col">{{t.people}}</th><th scope="col" class="n">{{t.added}}</th><th scope="col" class="n">{{t.indexBefore}}</th><th scope="col" class="n">{{t.indexAfter}}</th><th scope="col" class="n">{{t.holdersLeft}}</th><th scope="col">{{t.band}}</th></tr></thead><tbody>
{{#whatIfRoles}}
<tr><th scope="row">{{name}}</th><td>{{people}}</td><td class="n">{{added}}</td><td class="n">{{before}}</td><td class="n">{{after}}</td><td class="n">{{left}}</td><td>{{turns}}</td></tr>
{{/whatIfRoles}}
</tbody></table></div>
{{/hasWhatIf}}
{{#hasPastLosses}}
<details><summary>{{pastLossLine}}</summary>
<div class="scroll" tabindex="0" role="group" aria-label="{{t.pastLosses}}"><table><thead><tr><th scope="col">{{t.person}}</th><th scope="col">{{t.role}}</th><th scope="col">{{t.lastWork}}</th><th scope="col" class="n">{{t.hoursWord}}</th><th scope="col" class="n">{{t.lost}}</th></tr></thead><tbody>
{{#pastLosses}}
<tr><th scope="row">{{name}}</th><td>{{role}}</td><td class="w">{{day}}</td><td class="n">{{hours}}</td><td class="n">{{loss}}</td></tr>
{{/pastLosses}}
</tbody></table></div>
</details>
{{/hasPastLosses}}
</section>

<section aria-labelledby="method">
<h2 id="method">{{t.method}}</h2>
<p>{{t.methodText}}</p>
<p>{{hazardLine}} {{rateLine}} {{t.roundingText}}</p>
{{#backtest}}
<p>{{backtest}}</p>
{{/backtest}}
{{#hasChangedParameters}}
<p><strong>{{t.changedFromDefault}}</strong>{{#changedParameters}} <code>{{name}}</code> {{value}} ({{t.defaultWord}} {{defaultValue}}).{{/changedParameters}}</p>
{{/hasChangedParameters}}
<details><summary>{{t.allParameters}}</summary>
<div class="scroll" tabindex="0" role="group" aria-label="{{t.allParameters}}"><table><thead><tr><th scope="col">{{t.parameter}}</th><th scope="col" class="n">{{t.value}}</th><th scope="col" class="n">{{t.defaultWord}}</th><th scope="col">{{t.plausible}}</th><th scope="col">{{t.source}}</th></tr></thead><tbody>
{{#parameters}}
<tr><th scope="row"><code>{{name}}</code></th><td class="n">{{value}}</td><td class="n">{{defaultValue}}</td><td>{{range}}</td><td lang="en">{{source}}</td></tr>
{{/parameters}}
</tbody></table></div>
</details>
<h3 id="limits">{{t.cannotShow}}</h3>
<ul>
{{#limits}}
<li lang="en">{{.}}</li>
{{/limits}}
</ul>
</section>

<section aria-labelledby="records">
<h2 id="records">{{t.records}}</h2>
<p>{{reconciliation}}. {{moneyIn}}.</p>
<p>{{t.workUsed}} {{asOf}}: {{workTotal}}. {{t.byKind}}{{#kinds}} <b>{{kind}}</b> {{amount}}.{{/kinds}}</p>
<h3>{{rejectCount}}</h3>
{{#hasRejects}}
<div class="scroll" tabindex="0" role="group" aria-label="{{rejectCount}}"><table><thead><tr><th scope="col">{{t.where}}</th><th scope="col">{{t.code}}</th><th scope="col">{{t.why}}</th><th scope="col">{{t.whatToDo}}</th></tr></thead><tbody>
{{#rejects}}
<tr><th scope="row"><code>{{place}}</code></th><td>{{code}}</td><td lang="en">{{reason}}</td><td lang="en">{{remedy}}</td></tr>
{{/rejects}}
</tbody></table></div>
{{#moreRejects}}
<p>{{moreRejects}}</p>
{{/moreRejects}}
{{/hasRejects}}
<h3>{{duplicateCount}}</h3>
{{#hasDuplicates}}
<div class="scroll" tabindex="0" role="group" aria-label="{{duplicateCount}}"><table><thead><tr><th scope="col">{{t.why}}</th><th scope="col" class="n">{{t.records}}</th><th scope="col" class="n">{{t.inConflict}}</th><th scope="col">{{t.forExample}}</th></tr></thead><tbody>
{{#duplicates}}
<tr><th scope="row">{{reason}}</th><td class="n">{{count}}</td><td class="n">{{conflicts}}</td><td><code>{{example}}</code></td></tr>
{{/duplicates}}
</tbody></table></div>
{{/hasDuplicates}}
{{#hasUnmatched}}
<h3>{{t.namesNoRole}}</h3>
<div class="scroll" tabindex="0" role="group" aria-label="{{t.namesNoRole}}"><table><thead><tr><th scope="col">{{t.person}}</th><th scope="col">{{t.shownAs}}</th><th scope="col" class="n">{{t.lines}}</th><th scope="col" class="n">{{t.amount}}</th></tr></thead><tbody>
{{#unmatched}}
<tr><th scope="row">{{name}}</th><td>{{role}}</td><td class="n">{{lines}}</td><td class="n">{{amount}}</td></tr>
{{/unmatched}}
</tbody></table></div>
{{/hasUnmatched}}
<h3 id="provenance">{{inputCount}}</h3>
<details><summary>{{t.inputsWithHash}}</summary>
<div class="scroll" tabindex="0" role="group" aria-label="{{inputCount}}"><table><thead><tr><th scope="col">{{t.inputAndHash}}</th><th scope="col">{{t.format}}</th><th scope="col" class="n">{{t.records}}</th><th scope="col" class="n">{{t.used}}</th><th scope="col" class="n">{{t.rejected}}</th><th scope="col" class="n">{{t.duplicates}}</th><th scope="col">{{t.amount}}</th></tr></thead><tbody>
{{#inputs}}
<tr><th scope="row">{{path}}{{#refusal}} <span class="refusal">{{t.refused}}: <span lang="en">{{refusal}}</span></span>{{/refusal}}<code class="hash">{{sha256}}</code></th><td>{{format}}</td><td class="n">{{records}}</td><td class="n">{{accepted}}</td><td class="n">{{rejected}}</td><td class="n">{{duplicates}}</td><td>{{amount}}</td></tr>
{{/inputs}}
</tbody></table></div>
{{#moreInputs}}
<p>{{moreInputs}}</p>
{{/moreInputs}}
</details>
</section>
</main>
<footer><p class="muted">tacit {{version}}. {{t.sameBytes}} {{t.alsoIn}}</p></footer>
<script>{{{script}}}</script>
</body>
</html>

"""##),
    ("report.js", ##"""
(()=>{const all=(s,r=document)=>[...r.querySelectorAll(s)];
document.documentElement.classList.add('script');
const collator=new Intl.Collator(document.documentElement.lang,{numeric:true});
const value=(row,i)=>{const c=row.cells[i];return c.dataset.v??c.textContent.trim()};
all('table.sortable').forEach(table=>all('thead th',table).forEach((th,i)=>{
const button=document.createElement('button');button.type='button';button.append(...th.childNodes);th.append(button);
button.addEventListener('click',()=>{const d=th.getAttribute('aria-sort')==='ascending'?-1:1;
all('thead th',table).forEach(x=>x.removeAttribute('aria-sort'));th.setAttribute('aria-sort',d>0?'ascending':'descending');
const body=table.tBodies[0];[...body.rows].sort((a,b)=>{const x=value(a,i),y=value(b,i),number=/^-?[0-9.]+$/;
return d*(number.test(x)&&number.test(y)?x-y:collator.compare(x,y))}).forEach(r=>body.append(r))})}));
all('input[data-filter]').forEach(input=>input.addEventListener('input',()=>{const words=input.value.toLowerCase(),list=document.getElementById(input.dataset.filter);let n=0;
(list.tBodies?[...list.tBodies[0].rows]:[...list.children]).forEach(r=>{r.hidden=!r.textContent.toLowerCase().includes(words);n+=!r.hidden});
document.getElementById(list.id+'-count').textContent=words?list.dataset.count.replace('#',n):''}));
const open=()=>{let id='';try{id=decodeURIComponent(location.hash.slice(1))}catch{}const t=id&&document.getElementById(id);
if(t){for(let d=t.closest('details');d;d=d.parentElement.closest('details'))d.open=true;t.scrollIntoView()}};
addEventListener('hashchange',open);open();
addEventListener('beforeprint',()=>all('details').forEach(d=>{d.dataset.was=d.open;d.open=true}));
addEventListener('afterprint',()=>all('details').forEach(d=>{d.open=d.dataset.was==='true'}))})();

"""##),
    ("report.md.mustache", ##"""
{{%CONTENT_TYPE: SAFEMARKDOWN}}
# {{title}}

**{{headline}}** {{meaning}}

{{> decisions.md}}
{{> tiles.md}}
{{> top-roles.md}}
{{#moreRoles}}

{{moreRoles}}
{{/moreRoles}}

{{t.indexMeaning}} ● {{t.band_low}} {{t.underWeek}}, ■ {{t.band_moderate}} {{t.upToTwoWeeks}}, ▲ {{t.band_high}} {{t.upToMonth}}, ◆ {{t.band_critical}} {{t.aboveMonth}}. {{t.busFactorMeaning}}

**{{t.cannotShow}}**{{#keyLimits}} {{.}}{{/keyLimits}}

{{#hasChangedParameters}}
**{{t.changedFromDefault}}**{{#changedParameters}} {{name}} {{value}} ({{t.defaultWord}} {{defaultValue}}).{{/changedParameters}}

{{/hasChangedParameters}}
**{{t.reconciliationWord}}** {{reconciliation}}. {{moneyIn}}.

{{#hasQuadrant}}
<details>
<summary>{{t.quadrantMermaid}}</summary>

```mermaid
quadrantChart
    title {{{t.quadrantMermaid}}}
    x-axis "{{{t.unlikely}}}" --> "{{{t.likely}}}"
    y-axis "{{{t.littleKnown}}}" --> "{{{t.muchKnown}}}"
{{#quadrantLines}}
{{{.}}}
{{/quadrantLines}}
```

{{t.numbersAreRoles}}

</details>

{{/hasQuadrant}}
## {{findingCount}}

{{^hasFindings}}
{{t.none}}

{{/hasFindings}}
{{#findings}}
<details>
<summary>{{shape}} {{severity}}: {{title}}{{#amount}} ({{amount}}){{/amount}}, {{status}}</summary>

- **{{t.criterion}}:** {{criterion}}
- **{{t.condition}}:** {{condition}}
- **{{t.why}}:** {{cause}}
- **{{t.consequence}}:** {{consequence}}
- **{{t.whatToDo}}:** {{action}}
{{#evidence}}
- {{place}}: {{text}}
{{/evidence}}

</details>

{{/findings}}
{{#moreFindings}}
{{moreFindings}}

{{/moreFindings}}
## {{t.departments}}

| {{t.department}} | {{t.roles}} | {{t.spendAYear}} | {{t.expectedLoss}} | {{t.indexWord}} | {{t.interval90}} | {{t.band}} | {{t.decisionWord}} |
|---|--:|--:|--:|--:|--:|---|---|
{{#departments}}
| {{id}} | {{roleCount}} | {{spend}} | {{loss}} | {{index}} | {{indexLow}} – {{indexHigh}} | {{shape}} {{band}} | {{recommended}} |
{{/departments}}

{{#companyOptions}}
### {{t.wholeCompany}}: {{t.options}}

| {{t.options}} | {{t.oneOff}} | {{t.aYear}} | {{optionTotal}} | {{t.breakEven}} | {{t.indexWord}} |
|---|--:|--:|--:|--:|--:|
{{#optionRows}}
| {{#isChosen}}✓ {{/isChosen}}{{name}} | {{once}} | {{year}} | {{total}} | {{paysOff}} | {{index}} |
{{/optionRows}}

| {{t.marketplaceGives}} |{{#optionNames}} {{.}} |{{/optionNames}}
|---|{{#optionNames}}--:|{{/optionNames}}
{{#services}}
| {{name}} |{{#cells}} {{.}} |{{/cells}}
{{/services}}

{{#serviceNotes}}
- {{option}}: {{texts}}.
{{/serviceNotes}}

{{/companyOptions}}
{{t.spendByPerson}} {{concentration}}.

{{#departments}}
<details>
<summary>{{id}}: {{recommended}}</summary>

{{reason}} {{t.spendByPerson}} {{concentration}}.

{{#hasOptions}}
{{decisionReason}}{{#notes}} {{.}}{{/notes}}

| {{t.options}} | {{t.oneOff}} | {{t.aYear}} | {{optionTotal}} | {{t.breakEven}} | {{t.indexWord}} |
|---|--:|--:|--:|--:|--:|
{{#optionRows}}
| {{#isChosen}}✓ {{/isChosen}}{{name}} | {{once}} | {{year}} | {{total}} | {{paysOff}} | {{index}} |
{{/optionRows}}

| {{t.marketplaceGives}} |{{#optionNames}} {{.}} |{{/optionNames}}
|---|{{#optionNames}}--:|{{/optionNames}}
{{#services}}
| {{name}} |{{#cells}} {{.}} |{{/cells}}
{{/services}}

{{/hasOptions}}
</details>

{{/departments}}

## {{t.quarters}}

| {{t.quarter}} | {{t.billed}} | | {{t.hoursWord}} | {{t.people}} | {{t.departures}} | {{t.indexWord}} |
|---|--:|---|--:|--:|--:|--:|
{{#quarters}}
| {{quarter}} | {{spend}} | {{bar}} | {{hours}} | {{holders}} | {{departures}} | {{index}} |
{{/quarters}}

## {{t.people}}

{{#hasPeople}}
| {{t.person}} | {{t.roles}} | {{t.since}} | {{t.lastWork}} | {{t.chanceOfLeaving}} | {{t.expectedLoss}} | {{t.share}} | {{t.notice}} |
|---|---|---|---|--:|--:|--:|---|
{{#people}}
| {{name}} | {{roles}} | {{since}} | {{last}} | {{probability}} | {{loss}} | {{share}} | {{signals}} |
{{/people}}

{{/hasPeople}}
{{#morePeople}}
{{morePeople}}

{{/morePeople}}
{{otherPeople}}

{{#hasWhatIf}}
### {{t.whatIfHead}}

{{whatIf}} {{t.missedOrder}}{{#whatIfPeople}} **{{name}}** {{added}};{{/whatIfPeople}} {{t.missedTail}}

| {{t.role}} | {{t.people}} | {{t.added}} | {{t.indexBefore}} | {{t.indexAfter}} | {{t.holdersLeft}} | {{t.band}} |
|---|---|--:|--:|--:|--:|---|
{{#whatIfRoles}}
| {{name}} | {{people}} | {{added}} | {{before}} | {{after}} | {{left}} | {{turns}} |
{{/whatIfRoles}}

{{/hasWhatIf}}
## {{t.eachRole}}

{{#hasMoreRoles}}
| {{t.role}} | {{t.department}} | {{t.taskOrSeat}} | {{t.holders}} | {{t.busFactor}} | {{t.expectedLoss}} | {{t.indexWord}} | {{t.band}} | {{t.advice}} |
|---|---|---|--:|--:|--:|--:|---|---|
{{#heldRoles}}
| {{name}} | {{department}} | {{class}} {{degree}} | {{holders}} | {{busFactor}} | {{loss}} | {{index}} | {{shape}} {{band}} | {{advice}} |
{{/heldRoles}}

{{/hasMoreRoles}}
{{#unlistedRoles}}
{{unlistedRoles}}

{{/unlistedRoles}}
{{#endedRoles}}
{{endedRoles}}

{{/endedRoles}}
{{#undetailedRoles}}
{{undetailedRoles}}

{{/undetailedRoles}}
{{#roles}}
<details>
<summary>{{name}}: {{advice}}, {{loss}}</summary>

{{class}}, {{degree}}. {{t.judgedFrom}} {{source}}. {{override}} {{reason}}

{{#evidence}}
- {{weight}} {{direction}}: {{observation}}.{{#quotes}} {{.}}{{/quotes}}{{#places}} ({{places}}){{/places}}
{{/evidence}}

{{#hasHolders}}
| {{t.holder}} | {{t.hoursLastYear}} | {{t.knowledgeHeld}} | {{t.chanceOfLeaving}} | {{t.expectedLoss}} |
|---|--:|--:|--:|--:|
{{#holderRows}}
| {{name}} | {{hours}} | {{knowledge}} | {{probability}} | {{lossExact}} |
{{/holderRows}}

{{/hasHolders}}
{{#hasWays}}
| {{t.waysToLower}} | {{t.effort}} | {{t.firstYear}} | {{t.lossAfter}} | {{t.indexAfter}} |
|---|--:|--:|--:|--:|
{{#ways}}
| {{name}} | {{hours}} | {{cost}} | {{loss}} | {{index}} |
{{/ways}}

{{/hasWays}}
{{#hasOptions}}
| {{t.options}} | {{t.oneOff}} | {{t.aYear}} | {{optionTotal}} | {{t.breakEven}} | {{t.indexWord}} |
|---|--:|--:|--:|--:|--:|
{{#optionRows}}
| {{#isChosen}}✓ {{/isChosen}}{{name}} | {{once}} | {{year}} | {{total}} | {{paysOff}} | {{index}} |
{{/optionRows}}

{{/hasOptions}}
| {{t.step}} | {{t.value}} |
|---|--:|
{{#derivation}}
| {{term}} | {{value}} |
{{/derivation}}

{{work}} {{extrapolated}} {{imputed}} {{t.matched}} {{matching}} {{t.hoursByPerson}} {{concentration}}.

</details>

{{/roles}}
## {{t.cannotShow}}

{{#limits}}
- {{.}}
{{/limits}}

## {{t.records}}

{{hazardLine}} {{rateLine}}

{{#backtest}}
{{backtest}}

{{/backtest}}

{{t.workUsed}} {{asOf}}: {{workTotal}}.

### {{rejectCount}}

{{#hasRejects}}
| {{t.where}} | {{t.code}} | {{t.why}} | {{t.whatToDo}} |
|---|---|---|---|
{{#rejects}}
| {{place}} | {{code}} | {{reason}} | {{remedy}} |
{{/rejects}}

{{#moreRejects}}
{{moreRejects}}

{{/moreRejects}}
{{/hasRejects}}
### {{duplicateCount}}

{{#hasDuplicates}}
| {{t.why}} | {{t.records}} | {{t.inConflict}} | {{t.forExample}} |
|---|--:|--:|---|
{{#duplicates}}
| {{reason}} | {{count}} | {{conflicts}} | {{example}} |
{{/duplicates}}

{{/hasDuplicates}}
### {{inputCount}}

| {{t.inputAndHash}} | {{t.format}} | {{t.records}} | {{t.used}} | {{t.rejected}} | {{t.duplicates}} | {{t.amount}} |
|---|---|--:|--:|--:|--:|--:|
{{#inputs}}
| {{path}}{{#refusal}} ({{t.refused}}: {{refusal}}){{/refusal}}<br>{{sha256}} | {{format}} | {{records}} | {{accepted}} | {{rejected}} | {{duplicates}} | {{amount}} |
{{/inputs}}

{{#moreInputs}}
{{moreInputs}}

{{/moreInputs}}
tacit {{version}}. {{t.sameBytes}} {{t.alsoIn}}

"""##),
    ("role.html.mustache", ##"""
{{%CONTENT_TYPE: SAFEHTML}}
<details id="{{anchor}}" class="card role">
<summary><strong>{{name}}</strong> <span class="muted">{{department}}</span> <span class="band {{bandKey}}">{{shape}} {{band}}</span> <span class="money">{{loss}}</span> · {{advice}}</summary>
<p>{{t.indexWord}} {{index}} ({{indexLow}} – {{indexHigh}}). <strong>{{advice}}.</strong> <span lang="en">{{reason}}</span></p>
<h4>{{t.taskOrSeat}}: {{class}}, {{degree}}</h4>
<p>{{t.judgedFrom}} {{source}}. {{override}}</p>
{{#hasEvidence}}
<ul>
{{#evidence}}
<li><b>{{weight}}</b> {{direction}}: <span lang="en">{{observation}}</span>.{{#quotes}} <q class="quote">{{.}}</q>{{/quotes}}{{#places}} <code>{{places}}</code>{{/places}}</li>
{{/evidence}}
</ul>
{{/hasEvidence}}
{{#hasHolders}}
<div class="scroll" tabindex="0" role="group" aria-label="{{t.holders}}: {{name}}"><table><thead><tr><th scope="col">{{t.holder}}</th><th scope="col" class="n">{{t.hoursLastYear}}</th><th scope="col" class="n">{{t.knowledgeHeld}}</th><th scope="col" class="n">{{t.chanceOfLeaving}}</th><th scope="col" class="n">{{t.expectedLoss}}</th></tr></thead><tbody>
{{#holderRows}}
<tr><th scope="row">{{name}}</th><td class="n">{{hours}}</td><td class="n">{{knowledge}}</td><td class="n">{{probability}}</td><td class="n">{{lossExact}}</td></tr>
{{/holderRows}}
</tbody></table></div>
{{/hasHolders}}
{{#hasWays}}
<div class="scroll" tabindex="0" role="group" aria-label="{{t.waysToLower}}: {{name}}"><table><thead><tr><th scope="col">{{t.waysToLower}}</th><th scope="col" class="n">{{t.effort}}</th><th scope="col" class="n">{{t.firstYear}}</th><th scope="col" class="n">{{t.laterYears}}</th><th scope="col" class="n">{{t.lossAfter}}</th><th scope="col" class="n">{{t.indexAfter}}</th></tr></thead><tbody>
{{#ways}}
<tr><th scope="row">{{name}}</th><td class="n">{{hours}}</td><td class="n">{{cost}}</td><td class="n">{{upkeep}}</td><td class="n">{{loss}}</td><td class="n">{{index}}</td></tr>
{{/ways}}
</tbody></table></div>
{{/hasWays}}
{{#hasOptions}}
<p><strong>{{t.options}}.</strong> <span lang="en">{{decisionReason}}</span></p>
<div class="scroll" tabindex="0" role="group" aria-label="{{t.options}}: {{name}}"><table><thead><tr><th scope="col">{{t.options}}</th><th scope="col" class="n">{{t.oneOff}}</th><th scope="col" class="n">{{t.aYear}}</th><th scope="col" class="n">{{optionTotal}}</th><th scope="col" class="n">{{t.breakEven}}</th><th scope="col" class="n">{{t.indexWord}}</th></tr></thead><tbody>
{{#optionRows}}
<tr><th scope="row">{{#isChosen}}✓ {{/isChosen}}{{name}}</th><td class="n">{{once}}</td><td class="n">{{year}}</td><td class="n">{{total}}</td><td class="n">{{paysOff}}</td><td class="n">{{index}}</td></tr>
{{/optionRows}}
</tbody></table></div>
{{/hasOptions}}
<details><summary>{{t.howFigure}}</summary>
<div class="scroll" tabindex="0" role="group" aria-label="{{t.howFigure}}: {{name}}"><table class="derivation"><tbody>
{{#derivation}}
<tr><th scope="row">{{term}}</th><td class="n">{{value}}</td></tr>
{{/derivation}}
</tbody></table></div>
<p>{{work}} {{extrapolated}} {{imputed}}</p>
<p class="muted">{{t.matched}} {{matching}} {{t.forExample}}:{{#sources}} <code>{{place}}</code> ({{text}}){{/sources}}.{{#postings}} {{t.postings}}: <code>{{postings}}</code>.{{/postings}}</p>
</details>
<p class="muted">{{t.hoursByPerson}} {{concentration}}.</p>
{{#explained}}
{{> explained.html}}
{{/explained}}
</details>

"""##),
    ("roles-head.html.mustache", ##"""
{{%CONTENT_TYPE: SAFEHTML}}
<th scope="col">{{t.role}}</th><th scope="col">{{t.department}}</th><th scope="col">{{t.taskOrSeat}}</th><th scope="col" class="n">{{t.holders}}</th><th scope="col" class="n">{{t.busFactor}}</th><th scope="col" class="n">{{t.expectedLoss}}</th><th scope="col" class="n">{{t.indexWord}}</th><th scope="col" class="n">{{t.interval90}}</th><th scope="col">{{t.band}}</th><th scope="col">{{t.advice}}</th>

"""##),
    ("roles-row.html.mustache", ##"""
{{%CONTENT_TYPE: SAFEHTML}}
<tr><th scope="row">{{#link}}<a href="#{{link}}">{{/link}}{{name}}{{#link}}</a>{{/link}}</th><td>{{department}}</td><td data-v="{{degreeValue}}">{{class}} <span class="muted">{{degree}}</span></td><td class="n">{{holders}}</td><td class="n">{{busFactor}}</td><td class="n" data-v="{{lossValue}}">{{loss}}</td><td class="n" data-v="{{indexValue}}">{{index}}</td><td class="n" data-v="{{indexHighValue}}">{{indexLow}} – {{indexHigh}}</td><td data-v="{{indexValue}}"><span class="band {{bandKey}}">{{shape}} {{band}}</span></td><td>{{advice}}</td></tr>

"""##),
    ("roles.csv.mustache", ##"""
{{%CONTENT_TYPE: SAFECSV}}
role,title,department,family,class,collaboration,holders,bus_factor,seats,rate,annual_hours,annual_spend,loss_hours,loss,index,index_low,index_high,band,advice
{{#roles}}
{{id}},{{name}},{{department}},{{family}},{{class}},{{{degree}}},{{{holders}}},{{{busFactor}}},{{{seats}}},{{{rate}}},{{{annualHours}}},{{{annualSpend}}},{{{lossHours}}},{{{loss}}},{{{index}}},{{{indexLow}}},{{{indexHigh}}},{{band}},{{advice}}
{{/roles}}

"""##),
    ("strings.de.txt", ##"""
# Die Worte der Berichte auf Deutsch; Namen und Stellen in geschweiften Klammern wie in strings.en.txt.

# Signs and small words
languageCode = de
numberGroup = .
numberDecimal = ,
none = keine
notAvailable = k. A.
never = nie
range = {low} bis {high}
monthsWord = {n} Monaten
afterMonths = nach {months} Monaten

# Counts
recordOne = {n} Datensatz
recordOther = {n} Datensätze
inputOne = {n} Eingabe
inputOther = {n} Eingaben
refusedInputOne = {n} Eingabe abgelehnt
refusedInputOther = {n} Eingaben abgelehnt
rejectedRecordOne = {n} abgelehnter Datensatz
rejectedRecordOther = {n} abgelehnte Datensätze
duplicateOne = {n} Dublette
duplicateOther = {n} Dubletten
findingOne = {n} Feststellung
findingOther = {n} Feststellungen
departureOne = {n} Weggang
departureOther = {n} Weggänge
spellOne = {n} Beschäftigung
spellOther = {n} Beschäftigungen
lineOne = {n} Zeile
lineOther = {n} Zeilen
roleWordOne = {n} Rolle
roleWordOther = {n} Rollen
peopleGoneOne = {n} Person arbeitet nicht mehr für das Unternehmen.
peopleGoneOther = {n} Personen arbeiten nicht mehr für das Unternehmen.
peopleIdleOne = Bei {n} aktiven Person steht nichts auf dem Spiel.
peopleIdleOther = Bei {n} aktiven Personen steht nichts auf dem Spiel.

# The first page
title = Outsourcing-Audit {quarter}
dataLine = Arbeit vom {from} bis {to}, Daten zum Stand {asOf}, {inputs}, Beträge in {currency}.
whereFrom = Woher die Zahlen stammen
sections = Abschnitte
headline = {money} (90-%-Intervall {low} bis {high}), {share} der Jahresausgaben von {spend}, müssen in den nächsten {horizon} voraussichtlich noch einmal bezahlt werden, weil jemand mit Rollenwissen geht.
headlineNegligible = Von den Jahresausgaben von {spend} müsste fast nichts noch einmal bezahlt werden, wenn in den nächsten {horizon} Leute gingen: Der erwartete Verlust liegt unter einer halben Geldeinheit.
headlineNothing = Keine Rolle mit Ausgaben in den letzten 52 Wochen hat etwas zu verlieren.
meaning = Das sind {hours} Arbeit, etwa {days} Tage des gesamten Outsourcing-Budgets.
meaningTail = Jedes zweite Jahr kostet {median} oder mehr, eins von zwanzig {money} oder mehr, diese im Mittel {worst}.
extrapolated = {share} der Jahresausgaben sind aus weniger als einem Jahr hochgerechnet.
decisionsNeeded = Nötige Entscheidungen
verdictHead = Das ganze Unternehmen.
expectedLossWord = erwarteter Verlust
owner = Verantwortlich
dueBy = bis {day}
dueAtOnce = sofort
dueNextAudit = bis zum nächsten Audit
undecidedBetween = {department}: {first} oder {second}, unentschieden
savesOver = spart über {months} Monate {money} gegenüber heute
aheadOver = {option}: über {months} Monate um {money} voraus
paysOffAfter = bezahlt nach {months} Monaten
paysOffNever = nie bezahlt
compareTeam = {department}: festes Team vergleichen
billedIn = Abgerechnet in {quarter}
boughtAgain = Voraussichtlich noch einmal zu bezahlen
rolesByKind = Rollen: Teamplätze · gemischt · Aufgaben
rolesByKindNote = Plätze im Team, gemischt, Einzelaufgaben
data = Daten
dataNote = der Datensätze lesbar; {rejected} abgelehnt
noEarlierQuarter = kein früheres Quartal in den Daten
interval = 90-%-Intervall {low} bis {high}
nothingBilled = nichts abgerechnet in {quarter}
asMuchAs = so viel wie in {quarter}
upOn = {share} mehr als in {quarter}
downOn = {share} weniger als in {quarter}
rolesByLoss = Rollen nach erwartetem Verlust
indexMeaning = Der Index ist der erwartete Verlust in Prozent der Jahresausgaben für die Rolle:
underWeek = unter einer Wochenausgabe (1,9 %)
upToTwoWeeks = bis zwei Wochen (3,8 %)
upToMonth = bis einen Monat (8,3 %)
aboveMonth = darüber
busFactorMeaning = Bus-Faktor: wie viele Wissensträger gehen müssen, bis weniger als die Hälfte des besten Wissens übrig ist.
cannotShow = Was diese Daten nicht zeigen können.
allLimits = Alle Grenzen
reconciliationWord = Abstimmung.
reconciliation = {records} gelesen = {used} verwendet + {rejected} abgelehnt + {duplicates} Dubletten
moneyLine = {amount} gelesen = {used} verwendet + {rejected} abgelehnt + {duplicate} doppelt
moreRoles = Die zwölf mit dem meisten Geld von {n} Rollen, die jemand innehat.
allRoles = Alle Rollen

# Bands, classes, advice
bandNone = keine Ausgaben
band_low = niedrig
band_moderate = mittel
band_high = hoch
band_critical = kritisch
class_specific = Einzelaufgabe
class_mixed = gemischt, bitte bestätigen
class_collaborative = Platz im Team
advice_keep = so lassen
advice_document = dokumentieren
advice_second-person = zweite Person dazuholen
advice_both = dokumentieren, zweite Person
advice_confirm = erst bestätigen
advice_team = Team vergleichen
advice_ended = beendet
match_pattern = ein Muster aus audit.yml
match_role-column = die Rollenspalte des Exports
match_posting = die Kennung der Ausschreibung
match_contract = die Kennung des Vertrags
match_title = den Titel des Vertrags
match_other-work = die einzige andere Rolle derselben Person
match_unmatched = nichts; die Person steht für die Rolle
duplicate_same-reference = dieselbe Plattform-Referenz noch einmal
duplicate_same-document-line = dieselbe Zeile desselben Belegs noch einmal
duplicate_same-input = in einer Datei, die einer anderen Byte für Byte gleicht
duplicate_escrow-funding = die Einzahlung auf ein Treuhandkonto, dessen Auszahlung zählt
duplicate_covered-by-transactions = ein Stundenbericht für eine Woche, die die Zahlungen abrechnen
duplicate_same-posting = dieselbe Ausschreibung noch einmal
source_postings-and-invoices = Ausschreibungen und Rechnungen
source_invoices = Rechnungen allein, keine Ausschreibung bekannt
source_postings = die Ausschreibung allein
source_override = audit.yml
way_document = aufschreiben
way_second-person = eine zweite Person
way_both = beides
option_keep = Marktplatz behalten
option_document = behalten und dokumentieren
option_philippines_team = Team auf den Philippinen
option_in_house_us = eigenes Personal in den USA
optionTeamIn = Team in {place}
kind_invoice = abgerechnete Arbeit
kind_credit_note = Gutschriften
kind_fee = Gebühren
kind_tax = Steuern
kind_payment = Zahlungen
kind_refund = Erstattungen
kind_timesheet = Stundenzettel
undecided = unentschieden
teamUndecided = Team unentschieden

# Pictures
pictures = Bilder
theNumbers = Die Zahlen
wholeCompany = Das Unternehmen
quadrantCalm = Niemand, der wahrscheinlich geht, hält den größten Teil des Wissens einer Rolle.
quadrantUrgentOne = {n} Person hält den größten Teil des Wissens einer Rolle und geht mit mindestens einem Viertel Wahrscheinlichkeit.
quadrantUrgentOther = {n} Personen halten den größten Teil des Wissens einer Rolle und gehen mit mindestens einem Viertel Wahrscheinlichkeit.
quadrantNote = Jeder Punkt ist eine Person; seine Fläche ist das Geld, das mit ihr voraussichtlich verloren geht.
quadrantDot = {name}: {chance} Wahrscheinlichkeit zu gehen, hält {knowledge} des möglichen Wissens, {money}
quadrantAcross = Wahrscheinlichkeit, in den nächsten {horizon} zu gehen
actNow = jetzt handeln
writeDown = aufschreiben
expectChange = Wechsel erwarten
watch = beobachten
tenuresClaim = Wer wann gearbeitet hat: {people} Personen, von denen {gone} gegangen sind.
tenuresNote = Blau arbeitet noch, Grau ist gegangen, Punkte sind Lücken; die Worte sagen, wie ein Platz übergeben wurde. Die gestrichelte Linie ist das Ende der Daten, {day}.
tenuresMoreOne = {n} weitere Person steht in audit.json.
tenuresMoreOther = {n} weitere Personen stehen in audit.json.
tenuresDescription = Eine Bahn je Person in {roles} Rollen; die Tabelle hat alle Daten.
tenureDone = Arbeit fertig
tenureNobody = gegangen, niemand folgte
tenureOthers = andere machten weiter
tenureOngoing = läuft weiter
tenureEnd = Übergabe
tenureOverlapOne = {n} Tag Überlappung
tenureOverlapOther = {n} Tage Überlappung
tenureGapOne = {n} Tag ohne jemanden
tenureGapOther = {n} Tage ohne jemanden
asOfDay = Stand {day}
trendClaim = Der Index ging von {from} in {first} auf {to} in {last}.
trendShort = Ausgaben und Index nach Quartalen.
trendNote = Abgerechnet ohne Gebühren; der Index ist, was dasselbe Modell am Ende jedes Quartals mit dem heutigen Urteil über Aufgaben und Plätze gezeigt hätte. Die unterste Zeile zählt, wer ging.
trendSpend = Abgerechnet, {currency}
trendIndex = Index, Prozent der Jahresausgaben
trendLeft = gegangen
survivalHalf = Die Hälfte aller Beschäftigungen endet innerhalb von {months} Monaten.
survivalShare = {share} aller Beschäftigungen dauern länger als {months} Monate.
survivalNote = {departures} bei {spells}; die Rate des Modells ist {rate} im Monat (90-%-Intervall {low} bis {high}). Das helle Band ist das 95-%-Intervall.
survivalAcross = Monate der Beschäftigung
stillThere = Noch da
interval95 = 95-%-Intervall
atRiskCount = So lange dabei
months = Monate
tornadoBase = heute {index}
tornadoClaim = Der Index hängt am meisten an {name}: {low} bis {high} über den plausiblen Bereich.
tornadoNote = Immer nur eine Annahme, alle anderen fest; das untere Ende jedes Bereichs ist grün, das obere blau.
tornadoAdvantage = Vorteil {money}
tornadoOptionClaim = Woran der Vorteil gegenüber dem Behalten hängt: {option}.
tornadoOptionNote = Gegenüber dem Behalten gespartes Geld über den Zeitraum, immer nur eine Annahme; das untere Ende ist grün, das obere blau.
assumption = Annahme
lowEnd = Unteres Ende
highEnd = Oberes Ende
atLowEnd = Am unteren Ende
atHighEnd = Am oberen Ende
waterfallSame = Der erwartete Verlust ist so groß wie in {quarter}.
waterfallUp = Der erwartete Verlust ist seit {quarter} um {money} gewachsen.
waterfallDown = Der erwartete Verlust ist seit {quarter} um {money} gefallen.
waterfallNote = Jede Ursache hat ihre mittlere Wirkung über alle möglichen Reihenfolgen; zusammen sind sie die ganze Veränderung.
waterfallCut = die Balken der Quartale sind unten abgeschnitten
cause = Ursache
changeWord = Veränderung
cause_people = Personen
cause_hours = Stunden
cause_rates = Sätze
cause_currency = Währung
cause_documentation = Dokumente
costsClaim = {subject}: Die Zahlen sprechen für: {option}.
costsByRule = {subject}: Eine Regel, nicht die Zahlen, entscheidet für: {option}; {other} kostet über {months} Monate {money} weniger.
costsUndecided = {subject}: Keine Möglichkeit liegt klar vorn.
costsNote = Vom ersten Monat an aufgelaufene Kosten samt Wissensverlust; ein Ring zeigt, wo sich ein Wechsel gegenüber dem Behalten bezahlt hat. Die dicke Linie ist die Entscheidung.
costsAcross = Monate ab jetzt; {currency}, aufgelaufen
option = Möglichkeit
options = Möglichkeiten
oneOff = Einmalig
aYear = Im Jahr
totalOver = Über {months} Monate
breakEven = Bezahlt sich
costPart = Teil der Jahreskosten

# Sections
findings = Feststellungen
departments = Abteilungen
department = Abteilung
roles = Rollen
role = Rolle
people = Personen
person = Person
quarter = Quartal
billed = Abgerechnet
hoursWord = Stunden
departures = Weggänge
indexWord = Index
method = Methode und Grenzen
records = Datensätze
filter = Filtern
shownCount = # gezeigt
taskOrSeat = Aufgabe oder Platz
holders = Wissensträger
holder = Wissensträger
busFactor = Bus-Faktor
expectedLoss = Erwarteter Verlust
interval90 = 90-%-Intervall
band = Stufe
advice = Rat
spendAYear = Ausgaben im Jahr
decisionWord = Entscheidung
byRule = {option} (nach Regel)
unlistedRoles = {n} weitere Rollen mit weniger Geld stehen in roles.csv und audit.json.
undetailedRoles = Die {shown} Rollen mit dem meisten Geld folgen im Einzelnen; {n} weitere stehen in roles.csv und audit.json.
endedRoles = Ohne aktiven Wissensträger, nichts zu verlieren: {roles}.
moreFindings = {n} weitere Feststellungen stehen in audit.json.
morePeople = {n} weitere Personen mit weniger Geld stehen in audit.json.
since = Seit
lastWork = Letzte Arbeit
gaps = Lücken
chanceOfLeaving = Wahrscheinlichkeit zu gehen
share = Anteil
addedIfGone = Mehr, wenn weg
notice = Auffällig
lost = Verloren
knowledgeHeld = Gehaltenes Wissen
hoursLastYear = Stunden in 52 Wochen
judgedFrom = Beurteilt nach:
override = In audit.yml gesetzt; die Hinweise allein ergeben {degree}.
forSeat = für einen Platz im Team
forTask = für eine Einzelaufgabe
waysToLower = Wege, das Risiko zu senken
wayNotLower = {way}: senkt das Risiko hier nicht
wayOutdone = {way}: kostet nicht weniger als {other} und lässt mehr übrig
effort = Aufwand
firstYear = Kosten im ersten Jahr
laterYears = In späteren Jahren
lossAfter = Verlust danach
indexAfter = Index danach
indexBefore = Index davor
howFigure = Wie die Zahl zustande kommt
stepByStep = Schritt für Schritt:
stepByStepPeople = Jede Person Schritt für Schritt
parameterSources = Parameter und ihre Herkunft:
linesBehind = Zeilen hinter den Stunden:
moreSteps = {n} weitere Schritte druckt tacit explain audit.json.
moreSources = {n} weitere stehen in audit.json.
service = Leistung
marketplaceGives = Was der Marktplatz leistet, nach seinem Wert im Jahr
noPrice = kein Preis bekannt
spendByPerson = Konzentration der Jahresausgaben auf Personen:
hoursByPerson = Konzentration der letzten Stunden auf Inhaber:
concentrationOf = HHI {value}, als teilten {people} Personen gleich
matched = Zugeordnet:
matchedBy = {lines} durch {how}
forExample = Zum Beispiel
postings = Ausschreibungen
extrapolatedRole = Das Jahr ist aus {days} Tagen hochgerechnet.
imputed = {share} der Stunden des letzten Jahres sind aus Beträgen errechnet, weil diese Zeilen keine Stunden nennen.
roleWork = {lines} Arbeit vom {from} bis {to}, {hours} und {spend} im Jahr im jetzigen Tempo, {rate} die Stunde.
stepLargest = Stunden, die ein Nachfolger eines voll Eingearbeiteten verliert (Kmax)
stepFraction = × was gehalten wird und gehen kann (L, Wissensträger und Plätze)
stepCollaboration = × Zusammenarbeit (1 + Grad)
stepDocuments = × nicht durch Dokumente gerettet (1 − κ)
stepHours = = noch einmal zu bezahlende Stunden
stepRate = × Kosten einer Stunde samt Gebühr
stepLoss = = erwarteter Verlust
stepSpend = ÷ Ausgaben eines Jahres
stepIndex = = Index (90-%-Intervall)
stepDocumentation = Dokumente
stepSeats = Plätze (jüngste Stunden ÷ 520, höchstens einer je Wissensträger)
criterion = Was sein sollte
condition = Was ist
why = Warum
consequence = Was folgt
whatToDo = Was zu tun ist
evidence = Belege
whatIfHead = Ohne die genannten Personen
whatIf = Ohne {people} ändert sich der erwartete Verlust von {before} auf {after} und der Index von {indexBefore} auf {indexAfter}.
added = Mehr
holdersLeft = Verbleibende
missedOrder = Einzeln, in der Reihenfolge des Geldes, kämen hinzu:
missedTail = zusammen weniger oder mehr, wo sie eine Rolle teilen.
turnsCritical = wird kritisch
criticalAlready = schon kritisch
staysBelow = bleibt unter kritisch
pastLosses = Was Weggänge schon gekostet haben
pastLossLineOne = {n} Weggang der letzten 52 Wochen hat schon {money} gekostet
pastLossLineOther = {n} Weggänge der letzten 52 Wochen haben schon {money} gekostet
backtest = Vor einem Jahr ({day}) hätte dasselbe Modell mit den Daten jenes Tages {expected} von {people} Personen als Weggänge erwartet; {observed} gingen. Mittlerer quadratischer Fehler der Wahrscheinlichkeiten (Brier): {brier} gegen {base}, wenn alle den beobachteten Anteil bekämen.
backtestBetter = Wer geht, sagte es besser als diese Grundrate.
backtestWorse = Wer geht, sagte es nicht besser als diese Grundrate; den Summen ist mehr zu trauen als den einzelnen Wahrscheinlichkeiten.
methodText = Stunden, die ein Unternehmen voraussichtlich noch einmal bezahlt, weil jemand mit Rollenwissen geht: größter Verlust × Zusammenarbeit × (1 − dokumentiert) × gehalten und kann gehen. Erfahrung verblasst (Argote), wird über eine exponentielle Lernkurve zum Aufholverlust und sättigt sich. Wer gehen kann, folgt aus den Abrechnungslücken dieses Unternehmens über ein exponentielles Gamma-Frailty-Modell mit schwachem Marktvorwissen. Was mehrere teilen, geht nur verloren, wenn alle gehen; was einer allein weiß, geht mit ihm.
hazardLine = Rate der Weggänge: {rate} im Monat (90-%-Intervall {low} bis {high}); beobachtet: {departures} bei {spells}.
rateLine = Wechselkurse: {source}.
roundingText = Geld wird einmal für das Unternehmen gerundet; Rollen, Abteilungen und Personen teilen sich seine Cents, sodass sie aufgehen.
changedFromDefault = Von der Vorgabe abweichend:
defaultWord = Vorgabe
allParameters = Alle Parameter und ihre Quellen
parameter = Parameter
value = Wert
plausible = Plausibel
source = Quelle
workUsed = Verwendete Arbeit bis
byKind = Nach Art, jede Währung für sich:
where = Wo
code = Code
moreRejects = {n} weitere stehen in rejects.csv.
inConflict = Im Widerspruch
repeats = {place} wiederholt {original}
namesNoRole = Arbeit, die keine Rolle nennt
shownAs = Gezeigt als
lines = Zeilen
amount = Betrag
inputsWithHash = Jede Eingabe mit ihrem SHA-256
inputAndHash = Eingabe und SHA-256
format = Format
used = Verwendet
rejected = Abgelehnt
duplicates = Dubletten
refused = abgelehnt
notUsed = nicht verwendet
moreInputs = {n} weitere stehen in audit.json.
sameBytes = Gleiche Eingaben ergeben gleiche Bytes.
alsoIn = Die Zahlen stehen auch in audit.json, roles.csv, ledger.csv und rejects.csv. Begründungen, Feststellungen und Grenzen sind auf Englisch.

# Mail, Markdown, badge
badge = Wissensrisiko
openReport = Den ganzen Bericht öffnen
fullReport = Ganzer Bericht
subjectRisk = {money} in Gefahr
subjectRolesOne = {n} Rolle hoch oder kritisch
subjectRolesOther = {n} Rollen hoch oder kritisch
subjectTeamsOne = {n} Team zu erwägen
subjectTeamsOther = {n} Teams zu erwägen
decideFirst = Zu entscheiden: {what}; {money}; {due}.
roleAndAdvice = Rolle und Rat
topFindingsHead = Gewichtigste Feststellungen
listedInFull = Der ganze Bericht nennt {rejects} und {duplicates} sowie {findings}.
whyThisMail = Sie erhalten diese Mail, weil Ihre Adresse in audit.yml steht (mail → to).
quarters = Quartale
eachRole = Jede Rolle
step = Schritt
quadrantMermaid = Wahrscheinlichkeit zu gehen und gehaltenes Wissen
unlikely = bleibt
likely = kann gehen
littleKnown = wenig gehalten
muchKnown = viel gehalten
numbersAreRoles = R1 ist die erste Rolle der Tabelle oben.
moreMailRoles = Die zehn mit dem meisten Geld von {n} Rollen, die jemand innehat.

# Findings against the last audit
status_new = neu
status_known = bekannt
status_changed = verändert
status_accepted = akzeptiert
status_disputed = bestritten
status_fixed = behoben
status_untested = diesmal nicht geprüft

"""##),
    ("strings.en.txt", ##"""
# The words of the reports in English. Lines are 'name = text'; what stands in braces is filled in.
# A translation has the same names and the same places in braces; strings.de.txt is one.

# Signs and small words
languageCode = en
numberGroup = ,
numberDecimal = .
none = none
notAvailable = n/a
never = never
range = {low} to {high}
monthsWord = {n} months
afterMonths = after {months} months

# Counts
recordOne = {n} record
recordOther = {n} records
inputOne = {n} input
inputOther = {n} inputs
refusedInputOne = {n} input refused
refusedInputOther = {n} inputs refused
rejectedRecordOne = {n} rejected record
rejectedRecordOther = {n} rejected records
duplicateOne = {n} duplicate
duplicateOther = {n} duplicates
findingOne = {n} finding
findingOther = {n} findings
departureOne = {n} departure
departureOther = {n} departures
spellOne = {n} tenure
spellOther = {n} tenures
lineOne = {n} line
lineOther = {n} lines
roleWordOne = {n} role
roleWordOther = {n} roles
peopleGoneOne = {n} person no longer works for the company.
peopleGoneOther = {n} people no longer work for the company.
peopleIdleOne = {n} active person has nothing to lose here.
peopleIdleOther = {n} active people have nothing to lose here.

# The first page
title = Outsourcing audit {quarter}
dataLine = Work from {from} to {to}, data as of {asOf}, {inputs}, amounts in {currency}.
whereFrom = Where the figures come from
sections = Sections
headline = {money} (90 % interval {low} to {high}), {share} of a year's {spend}, will probably be bought again within {horizon} because somebody who knew a role leaves.
headlineNegligible = Next to nothing of a year's {spend} would be bought again if people left within {horizon}: the expected loss is under half a unit of money.
headlineNothing = No role with spend in the last 52 weeks has anything to lose.
meaning = That is {hours} of work, about {days} days of the whole outsourcing budget.
meaningTail = Half of all years cost {median} or more, one in twenty {money} or more, those {worst} on average.
extrapolated = {share} of the year's spend is extrapolated from less than a year of billing.
decisionsNeeded = Decisions needed
verdictHead = The company as a whole.
expectedLossWord = expected loss
owner = Owner
dueBy = by {day}
dueAtOnce = at once
dueNextAudit = by the next audit
undecidedBetween = {department}: {first} or {second}, undecided
savesOver = saves {money} over {months} months against today
aheadOver = {option}: ahead by {money} over {months} months
paysOffAfter = pays off after {months} months
paysOffNever = never pays off
compareTeam = {department}: compare a dedicated team
billedIn = Billed in {quarter}
boughtAgain = Expected to be bought again
rolesByKind = Roles: seats · mixed · tasks
rolesByKindNote = seats in a team, mixed, specific tasks
data = Data
dataNote = of records readable; {rejected} rejected
noEarlierQuarter = no earlier quarter in the data
interval = 90 % interval {low} to {high}
nothingBilled = nothing billed in {quarter}
asMuchAs = as much as in {quarter}
upOn = up {share} on {quarter}
downOn = down {share} on {quarter}
rolesByLoss = Roles by expected loss
indexMeaning = The index is the expected loss in percent of a year's spend in the role:
underWeek = under a week of spend (1.9 %)
upToTwoWeeks = up to two weeks (3.8 %)
upToMonth = up to a month (8.3 %)
aboveMonth = above
busFactorMeaning = Bus factor: how many holders must go until less than half of the best knowledge is left.
cannotShow = What these data cannot show.
allLimits = All limits
reconciliationWord = Reconciliation.
reconciliation = {records} in = {used} used + {rejected} rejected + {duplicates} duplicates
moneyLine = {amount} in = {used} used + {rejected} rejected + {duplicate} duplicate
moreRoles = The twelve with the most money of the {n} roles that somebody holds.
allRoles = All roles

# Bands, classes, advice
bandNone = no spend
band_low = low
band_moderate = moderate
band_high = high
band_critical = critical
class_specific = specific task
class_mixed = mixed, please confirm
class_collaborative = seat in a team
advice_keep = keep as is
advice_document = document it
advice_second-person = bring in a second person
advice_both = document it, second person
advice_confirm = confirm first
advice_team = compare a team
advice_ended = ended
match_pattern = a pattern of audit.yml
match_role-column = the export's role column
match_posting = the posting's identifier
match_contract = the contract's identifier
match_title = the contract's title
match_other-work = the same person's only other role
match_unmatched = nothing; the person stands for the role
duplicate_same-reference = the same platform reference again
duplicate_same-document-line = the same line of the same document again
duplicate_same-input = in a file equal to another one, byte for byte
duplicate_escrow-funding = the funding of an escrow whose release is counted
duplicate_covered-by-transactions = a time report for a week that the transactions bill
duplicate_same-posting = the same posting again
source_postings-and-invoices = postings and invoices
source_invoices = invoices alone, no posting is known
source_postings = the posting alone
source_override = audit.yml
way_document = write it down
way_second-person = a second person
way_both = both
option_keep = keep the marketplace
option_document = keep and document
option_philippines_team = team in the Philippines
option_in_house_us = in-house in the US
optionTeamIn = team in {place}
kind_invoice = work invoiced
kind_credit_note = credit notes
kind_fee = fees
kind_tax = taxes
kind_payment = payments
kind_refund = refunds
kind_timesheet = timesheets
undecided = undecided
teamUndecided = team undecided

# Pictures
pictures = Pictures
theNumbers = The numbers
wholeCompany = The company
quadrantCalm = Nobody who is likely to leave holds most of a role's knowledge.
quadrantUrgentOne = {n} person holds most of a role's knowledge and leaves with a chance of a quarter or more.
quadrantUrgentOther = {n} people hold most of a role's knowledge and leave with a chance of a quarter or more.
quadrantNote = Each dot is a person; its area is the money expected to be lost with them.
quadrantDot = {name}: {chance} chance of leaving, holds {knowledge} of what can be known, {money}
quadrantAcross = chance of leaving within {horizon}
actNow = act now
writeDown = write it down
expectChange = expect change
watch = watch
tenuresClaim = Who worked when: {people} people, of whom {gone} have left.
tenuresNote = Blue works still, grey has left, dots are gaps; the words say how a place was handed over. The dashed line is the end of the data, {day}.
tenuresMoreOne = {n} more person is in audit.json.
tenuresMoreOther = {n} more people are in audit.json.
tenuresDescription = One lane for each person, in {roles} roles; the table has all dates.
tenureDone = work done
tenureNobody = left, nobody followed
tenureOthers = others went on
tenureOngoing = goes on
tenureEnd = Handover
tenureOverlapOne = {n} day of overlap
tenureOverlapOther = {n} days of overlap
tenureGapOne = {n} day without anybody
tenureGapOther = {n} days without anybody
asOfDay = as of {day}
trendClaim = The index went from {from} in {first} to {to} in {last}.
trendShort = Spend and index by quarter.
trendNote = Billed without client fees; the index is what the same model would have shown at each quarter's end, with today's judgement of tasks and seats. The bottom line counts who left.
trendSpend = Billed, {currency}
trendIndex = Index, percent of a year's spend
trendLeft = left
survivalHalf = Half of all tenures end within {months} months.
survivalShare = {share} of all tenures last longer than {months} months.
survivalNote = {departures} in {spells}; the model's rate is {rate} a month (90 % interval {low} to {high}). The pale band is the 95 % interval.
survivalAcross = months of tenure
stillThere = Still there
interval95 = 95 % interval
atRiskCount = Tenures as long
months = Months
tornadoBase = today {index}
tornadoClaim = The index rests most on {name}: {low} to {high} over its plausible range.
tornadoNote = One assumption at a time, all others held; the low end of each range is green, the high end blue.
tornadoAdvantage = advantage {money}
tornadoOptionClaim = What the advantage over keeping rests on: {option}.
tornadoOptionNote = Money saved over the horizon against keeping, one assumption at a time; the low end of each range is green, the high end blue.
assumption = Assumption
lowEnd = Low end
highEnd = High end
atLowEnd = At the low end
atHighEnd = At the high end
waterfallSame = The expected loss is as large as in {quarter}.
waterfallUp = The expected loss grew by {money} since {quarter}.
waterfallDown = The expected loss fell by {money} since {quarter}.
waterfallNote = Each cause has its average effect over all orders in which the causes could have come; together they are the whole change.
waterfallCut = the bars of the quarters are cut off at the foot
cause = Cause
changeWord = Change
cause_people = people
cause_hours = hours
cause_rates = rates
cause_currency = currency
cause_documentation = documents
costsClaim = {subject}: the figures speak for this: {option}.
costsByRule = {subject}: a rule, not the figures, decides for {option}; {other} costs {money} less over {months} months.
costsUndecided = {subject}: no option is clearly ahead.
costsNote = Costs added up from the first month, knowledge loss included; a ring marks where a change has paid off against keeping. The thick line is the decision.
costsAcross = months from now; {currency}, added up
option = Option
options = Options
oneOff = Once
aYear = A year
totalOver = Over {months} months
breakEven = Pays off
costPart = Part of a year's cost

# Sections
findings = Findings
departments = Departments
department = Department
roles = Roles
role = Role
people = People
person = Person
quarter = Quarter
billed = Billed
hoursWord = Hours
departures = Departures
indexWord = Index
method = Method and limits
records = Records
filter = Filter
shownCount = # shown
taskOrSeat = Task or seat
holders = Holders
holder = Holder
busFactor = Bus factor
expectedLoss = Expected loss
interval90 = 90 % interval
band = Band
advice = Advice
spendAYear = Spend a year
decisionWord = Decision
byRule = {option} (by rule)
unlistedRoles = {n} more roles with less money are in roles.csv and audit.json.
undetailedRoles = The {shown} roles with the most money follow in detail; {n} more are in roles.csv and audit.json.
endedRoles = Without an active holder, nothing to lose: {roles}.
moreFindings = {n} more findings are in audit.json.
morePeople = {n} more people with less money are in audit.json.
since = Since
lastWork = Last work
gaps = Gaps
chanceOfLeaving = Chance of leaving
share = Share
addedIfGone = Added if gone
notice = Notice
lost = Lost
knowledgeHeld = Knowledge held
hoursLastYear = Hours in 52 weeks
judgedFrom = Judged from:
override = Set in audit.yml; the evidence alone gives {degree}.
forSeat = for a seat in a team
forTask = for a specific task
waysToLower = Ways to lower the risk
effort = Effort
firstYear = Cost in the first year
laterYears = In later years
wayNotLower = {way}: does not lower the risk here
wayOutdone = {way}: costs no less than {other} and leaves more
lossAfter = Expected loss after
indexAfter = Index after
indexBefore = Index before
howFigure = How the figure comes about
stepByStep = Step by step:
stepByStepPeople = Each person step by step
parameterSources = Parameters and where they come from:
linesBehind = Lines behind the hours:
moreSteps = {n} more steps: tacit explain audit.json prints them.
moreSources = {n} more are in audit.json.
service = Service
marketplaceGives = What the marketplace gives, by its value a year
noPrice = no price known
spendByPerson = Concentration of a year's spend by person:
hoursByPerson = Concentration of the recent hours by holder:
concentrationOf = HHI {value}, as if {people} people shared it evenly
matched = Matched:
matchedBy = {lines} by {how}
forExample = For example
postings = Postings
extrapolatedRole = The year is extrapolated from {days} days of billing.
imputed = {share} of the last year's hours are computed from amounts, because those lines name no hours.
roleWork = {lines} of work from {from} to {to}, {hours} and {spend} a year at the present pace, {rate} an hour.
stepLargest = hours a successor of a saturated holder loses (Kmax)
stepFraction = × what is held and may leave (L, holders and seats)
stepCollaboration = × collaboration (1 + degree)
stepDocuments = × not saved by documents (1 − κ)
stepHours = = hours to be bought again
stepRate = × cost of an hour, client fee included
stepLoss = = expected loss
stepSpend = ÷ spend of a year
stepIndex = = index (90 % interval)
stepDocumentation = documents
stepSeats = seats (recent hours ÷ 520, at most one for each holder)
criterion = What should be
condition = What is
why = Why
consequence = What follows
whatToDo = What to do
evidence = Evidence
whatIfHead = Without the people you named
whatIf = Without {people} for certain, the expected loss goes from {before} to {after} and the index from {indexBefore} to {indexAfter}.
added = Added
holdersLeft = Holders left
missedOrder = Alone, in the order of money, they would add:
missedTail = together less or more where they share a role.
turnsCritical = turns critical
criticalAlready = critical already
staysBelow = stays below critical
pastLosses = What departures cost already
pastLossLineOne = {n} departure of the last 52 weeks has cost {money} already
pastLossLineOther = {n} departures of the last 52 weeks have cost {money} already
backtest = A year ago ({day}) the same model, with the data of that day, would have expected {expected} of {people} people to leave; {observed} did. Mean squared error of its chances (Brier): {brier}, against {base} for giving everybody the observed share.
backtestBetter = It told who leaves better than that base rate.
backtestWorse = It told who leaves no better than that base rate, so trust the sums more than the single chances.
methodText = Hours that a company expects to buy again because somebody who knew a role leaves: largest loss × collaboration × (1 − documented) × held and may leave. Experience fades (Argote), becomes a catch-up loss by an exponential learning curve, and saturates. Who may leave follows from this company's own billing gaps by a gamma-frailty exponential model with a weak market prior. What several holders share is lost only if all of them leave; what one holds privately goes with its holder.
hazardLine = Rate of departures: {rate} a month (90 % interval {low} to {high}), from {departures} in {spells}.
rateLine = Exchange rates: {source}.
roundingText = Money is rounded once for the company; roles, departments and people share its cents, so that they add up.
changedFromDefault = Changed from the default:
defaultWord = default
allParameters = All parameters and their sources
parameter = Parameter
value = Value
plausible = Plausible
source = Source
workUsed = Work used up to
byKind = By kind, each currency by itself:
where = Where
code = Code
moreRejects = {n} more are in rejects.csv.
inConflict = In conflict
repeats = {place} repeats {original}
namesNoRole = Work that names no role
shownAs = Shown as
lines = Lines
amount = Amount
inputsWithHash = Every input with its SHA-256
inputAndHash = Input and SHA-256
format = Format
used = Used
rejected = Rejected
duplicates = Duplicates
refused = refused
notUsed = not used
moreInputs = {n} more are in audit.json.
sameBytes = The same inputs give the same bytes.
alsoIn = The figures are also in audit.json, roles.csv, ledger.csv and rejects.csv.

# Mail, Markdown, badge
badge = tacit knowledge
openReport = Open the full report
fullReport = Full report
subjectRisk = {money} at risk
subjectRolesOne = {n} role high or critical
subjectRolesOther = {n} roles high or critical
subjectTeamsOne = {n} team to consider
subjectTeamsOther = {n} teams to consider
decideFirst = Decide: {what}; {money}; {due}.
roleAndAdvice = Role and advice
topFindingsHead = Findings with the most weight
listedInFull = The full report lists {rejects} and {duplicates}, and {findings}.
whyThisMail = You get this mail because your address is in audit.yml (mail → to).
quarters = Quarters
eachRole = Each role
step = Step
quadrantMermaid = Chance of leaving and knowledge held
unlikely = stays
likely = may leave
littleKnown = little held
muchKnown = much held
numbersAreRoles = R1 is the first role of the table above.
moreMailRoles = The ten with the most money of the {n} roles that somebody holds.

# Findings against the last audit
status_new = new
status_known = known
status_changed = changed
status_accepted = accepted
status_disputed = disputed
status_fixed = fixed
status_untested = not tested this time

"""##),
    ("style.css", ##"""
:root{--fg:#1F2937;--muted:#4B5563;--bg:#FFFFFF;--card:#F3F4F6;--line:#D1D5DB;--critical:#6B0F2A;--high:#BB4C0C;--moderate:#4D4008;--low:#2155D5;--alarm:#FDECEC;--c1:#1E64C9;--c2:#955C06;--c3:#0EA864;--c4:#BB7EA8;--c5:#6F726E}
@media (prefers-color-scheme:dark){:root{--fg:#F3F4F6;--muted:#9CA3AF;--bg:#111827;--card:#1F2937;--line:#374151;--critical:#F0A0A8;--high:#F8681E;--moderate:#F7EB4C;--low:#8BA6F2;--alarm:#2A1A22}}
*{box-sizing:border-box}
body{margin:0;font:15px/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:var(--fg);background:var(--bg);overflow-wrap:break-word}
header,main,footer{max-width:78rem;margin:0 auto;padding:0 1rem}
.brand{display:flex;align-items:center;gap:.4rem;margin:.8rem 0 -.6rem;color:var(--muted);font-weight:600}
.brand svg{width:1.3rem;height:1.3rem;fill:var(--mark)}
h1{font-size:1.5rem;margin:1rem 0 .2rem;line-height:1.25}
h2{font-size:1.25rem;margin:2.4rem 0 .5rem}
h2.headline{font-size:1.35rem;line-height:1.35;margin:1rem 0 .3rem;max-width:58rem}
h3{font-size:1.05rem;margin:1.2rem 0 .3rem}
h4{font-size:.95rem;margin:.7rem 0 .1rem}
p{margin:.35rem 0;max-width:64rem}
a{color:var(--link)}
nav a{display:inline-block;margin-right:.9rem;padding:.3rem 0}
.muted{color:var(--muted)}
code{font:.86em/1.4 ui-monospace,"SFMono-Regular",Consolas,monospace;overflow-wrap:anywhere}
.hash{display:block;font-size:.72em;color:var(--muted)}
.tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:.6rem;margin:.9rem 0;padding:0;list-style:none}
.tiles li{background:var(--card);border:1px solid var(--line);border-left:5px solid var(--mark);padding:.5rem .7rem}
.tiles li>*{display:block}
.tiles a{font-size:1.4rem;font-weight:700;line-height:1.35;color:var(--fg);font-variant-numeric:tabular-nums}
.decisions{padding-left:1.3rem;margin:.3rem 0}
.decisions li{margin:.35rem 0;max-width:66rem}
.money{font-weight:600;font-variant-numeric:tabular-nums;white-space:nowrap}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:.92em}
th,td{padding:.3rem .5rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{border-bottom:2px solid var(--muted);font-weight:600;vertical-align:bottom}
tbody th{font-weight:500;overflow-wrap:anywhere;min-width:8rem}
.n{text-align:right}
td.n,td.w{white-space:nowrap}
th button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;text-align:inherit}
th button:hover{text-decoration:underline}
th[aria-sort=ascending] button::after{content:" \25B2"}
th[aria-sort=descending] button::after{content:" \25BC"}
.band{display:inline-block;font-weight:600;white-space:nowrap}
.band.critical{color:var(--critical)}.band.high{color:var(--high)}.band.moderate{color:var(--moderate)}.band.low{color:var(--low)}.band.none{color:var(--muted)}
.filter,.script .noscript{display:none}
.filter input{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--muted);padding:.2rem .4rem;max-width:100%}
.script .filter{display:block}
.pictures{display:grid;grid-template-columns:1fr 1fr;gap:1.4rem 2rem;align-items:start}
figure{margin:.4rem 0;min-width:0}
figure.wide{grid-column:1/-1}
figcaption{margin-bottom:.3rem}
svg{width:100%;height:auto;display:block}
.pictures svg{min-width:34rem;max-width:60rem}
.wide svg{min-width:44rem;max-width:68rem}
svg text{font-size:12px;fill:var(--fg)}
svg .end{text-anchor:end}svg .center{text-anchor:middle}svg .strong{font-weight:600}
svg .tick{fill:var(--muted);font-size:11px}
svg path{fill:none}
svg .axis{stroke:var(--muted)}svg .grid{stroke:var(--line)}svg .dash{stroke:var(--muted);stroke-dasharray:4 4}
svg .lead{stroke:var(--muted);stroke-width:.8}svg .now{stroke:var(--fg);stroke-width:1.2;stroke-dasharray:5 3}
svg .gap{stroke:var(--muted);stroke-dasharray:1 4;stroke-width:2}svg .cut{stroke:var(--bg);stroke-width:4}
svg .alarm{fill:var(--alarm)}
svg .dot{fill:var(--c1);fill-opacity:.55;stroke:var(--fg)}
svg .bar-now,svg .fill1{fill:var(--c1)}svg .bar-past,svg .fill5{fill:var(--c5)}svg .fill2{fill:var(--c2)}svg .fill3{fill:var(--c3)}svg .fill4{fill:var(--c4)}
svg .line1,svg .line2,svg .line3,svg .line4,svg .line5{stroke-width:2}svg .bold{stroke-width:4}
svg .line1{stroke:var(--c1)}svg .line2{stroke:var(--c2)}svg .line3{stroke:var(--c3)}svg .line4{stroke:var(--c4)}svg .line5{stroke:var(--c5)}
svg .band1{fill:var(--c1);fill-opacity:.16}svg .ring{fill:var(--bg);stroke:var(--fg);stroke-width:2}
.card,.finding{border:1px solid var(--line);padding:.35rem .8rem;margin:.4rem 0}
.card[open],.finding[open]{padding-bottom:.7rem}
summary{cursor:pointer;padding:.2rem 0}
dl{display:grid;grid-template-columns:9rem 1fr;gap:.25rem .8rem;margin:.4rem 0}
dt{color:var(--muted)}dd{margin:0;min-width:0}
q{quotes:none}
.quote{font-style:italic}
.derivation{width:auto}
.refusal{color:var(--high)}
:target{outline:2px solid var(--link);outline-offset:2px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
@media screen and (max-width:60rem){.pictures{grid-template-columns:1fr}}
@media screen and (max-width:48rem){.tiles{grid-template-columns:1fr 1fr}.tiles li{min-width:0}.tiles a{font-size:1.15rem}dl{grid-template-columns:1fr}h2.headline{font-size:1.2rem}}
@media screen and (max-width:24rem){.tiles{grid-template-columns:1fr}}
@page{margin:11mm}
@media print{:root{--fg:#000000;--muted:#374151;--bg:#FFFFFF;--card:#FFFFFF;--line:#9CA3AF;--link:#000000;--critical:#6B0F2A;--high:#BB4C0C;--moderate:#4D4008;--low:#2155D5;--alarm:#FDECEC}
body{font-size:10px;line-height:1.38}
header,main,footer{padding:0;max-width:none}
p,.decisions li,h2.headline{max-width:none}
.brand{margin:0}
h1{font-size:15px;margin:0}h2{font-size:13px;margin:10px 0 3px}h2.headline{font-size:12.5px;margin:4px 0 2px}h3{font-size:11px;margin:5px 0 1px}h4{font-size:10px}
.tiles{margin:5px 0;gap:5px}.tiles li{padding:3px 6px}.tiles a{font-size:13px;text-decoration:none}
.decisions{margin:2px 0}.decisions li{margin:1.5px 0}
table{font-size:8.8px}th,td{padding:1.2px 3px}tbody th{min-width:0}#top-roles th,#top-roles td{white-space:nowrap}#top-roles th{max-width:34mm;overflow:hidden}
.noprint,.filter{display:none!important}
a{text-decoration:none}
.scroll{overflow:visible}
.pictures{grid-template-columns:1fr 1fr;gap:8px 14px}
.pictures svg,.wide svg{min-width:0;max-width:none}
thead{display:table-header-group}
tr,figure svg,.tiles li,summary,li{break-inside:avoid}
h2,h3,h4,summary{break-after:avoid}
.annex{break-before:page}
svg *{-webkit-print-color-adjust:exact}
.card,.finding{padding:2px 6px;margin:3px 0}
details::details-content{content-visibility:visible;display:block;height:auto}}

"""##),
    ("summary.md.mustache", ##"""
{{%CONTENT_TYPE: SAFEMARKDOWN}}
## {{title}}

**{{headline}}** {{meaning}}

{{> decisions.md}}
{{> tiles.md}}
{{> top-roles.md}}
{{#moreRoles}}

{{moreRoles}}
{{/moreRoles}}

{{#hasFindings}}
### {{findingCount}}

| {{t.band}} | {{t.findings}} | {{t.amount}} |
|---|---|--:|
{{#topFindings}}
| {{shape}} {{severity}} | {{title}} | {{amount}} |
{{/topFindings}}

{{/hasFindings}}
**{{t.cannotShow}}**{{#keyLimits}} {{.}}{{/keyLimits}}

**{{t.reconciliationWord}}** {{reconciliation}}. {{moneyIn}}. {{rejectCount}}, {{duplicateCount}}.

{{dataLine}} tacit {{version}}.

"""##),
    ("tiles.md.mustache", ##"""
{{%CONTENT_TYPE: SAFEMARKDOWN}}
|{{#tiles}} {{label}} |{{/tiles}}
|{{#tiles}}---|{{/tiles}}
|{{#tiles}} **{{value}}**<br>{{note}} |{{/tiles}}


"""##),
    ("top-roles.md.mustache", ##"""
{{%CONTENT_TYPE: SAFEMARKDOWN}}
### {{t.rolesByLoss}}

| {{t.role}} | {{t.department}} | {{t.taskOrSeat}} | {{t.expectedLoss}} | {{t.indexWord}} | {{t.interval90}} | {{t.band}} | {{t.advice}} |
|---|---|---|--:|--:|--:|---|---|
{{#topRoles}}
| {{name}} | {{department}} | {{class}} {{degree}} | {{loss}} | {{index}} | {{indexLow}} – {{indexHigh}} | {{shape}} {{band}} | {{advice}} |
{{/topRoles}}

"""##),
  ]
}
