/** Grootboek Online looks like the accounting tools people work in: grey, dense, and not at all like Casepost. */
export const toolStyle = `
* { box-sizing: border-box }
body { margin: 0; font: 14px/20px "Helvetica Neue", Arial, sans-serif; color: #2b3338; background: #f5f7f7 }
header { background: #5d6971; color: #fff; display: flex; align-items: center; gap: 28px; padding: 0 18px; height: 42px }
header strong { font-size: 16px; margin-right: 8px }
header a { color: #dfe4e6; text-decoration: none; line-height: 42px }
header a[aria-current] { color: #fff; border-bottom: 3px solid #fff }
.frame { display: flex; min-height: calc(100vh - 42px) }
nav.side { width: 168px; background: #e0e4e6; padding: 16px 0; flex: none }
nav.side h2 { font-size: 12px; margin: 12px 16px 6px; color: #59656c }
nav.side a { display: block; padding: 6px 16px; color: #2b3338; text-decoration: none }
nav.side a[aria-current] { background: #fff; border-left: 3px solid #5d6971; padding-left: 13px; font-weight: bold }
main { padding: 14px 22px 40px; flex: 1; min-width: 0; max-width: 980px }
.crumbs { color: #59656c; font-size: 13px }
.crumbs a { color: inherit }
h1 { font-size: 20px; line-height: 28px; margin: 6px 0 12px }
.state { font: 12px/18px Arial, sans-serif; background: #d6dcde; padding: 2px 8px; border-radius: 3px; margin-left: 8px; vertical-align: middle }
.keys { display: flex; gap: 8px; margin-bottom: 14px }
.keys span { border: 1px solid #b9c1c5; background: linear-gradient(#fff, #eef0f1); padding: 4px 12px; border-radius: 3px }
dl { display: grid; grid-template-columns: 110px 1fr 110px 1fr; gap: 10px 14px; align-items: center; border: 1px solid #cfd5d8; background: #fff; padding: 14px 18px; margin: 0 0 18px }
dt { color: #59656c } dd { margin: 0; border: 1px solid #cfd5d8; background: #fafbfb; padding: 5px 8px; min-height: 32px }
table { width: 100%; border-collapse: collapse; background: #fff; border: 1px solid #cfd5d8 }
th { background: #eef0f1; text-align: left; padding: 7px 10px; border-bottom: 1px solid #cfd5d8 }
td { padding: 7px 10px; border-bottom: 1px solid #e3e7e9 }
td.amount, th.amount { text-align: right; font-variant-numeric: tabular-nums }
a { color: #215a7a }
form { margin-bottom: 12px; display: flex; gap: 8px }
input { padding: 5px 8px; border: 1px solid #b9c1c5; border-radius: 3px; width: 280px; font: inherit }
button { padding: 5px 12px; border: 1px solid #b9c1c5; background: #eef0f1; border-radius: 3px; font: inherit }
.pages { margin-top: 12px; display: flex; gap: 16px }
.hint { color: #59656c; font-size: 13px; margin-top: 18px }
`
