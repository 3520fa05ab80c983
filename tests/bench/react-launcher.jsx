// What a launcher costs that is written as most extensions write theirs: the same button, in the same closed shadow root, by React.
import { useEffect, useState } from "react"
import { createRoot } from "react-dom/client"

function Launcher() {
  const [top, setTop] = useState(0.1)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const leave = () => setOpen(false)
    document.addEventListener("visibilitychange", leave)
    return () => document.removeEventListener("visibilitychange", leave)
  }, [])
  return (
    <div style={{ position: "fixed", right: 0, top: `${top * 100}vh`, zIndex: 2147483647 }}>
      <button
        type="button"
        aria-label="Casepost"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={event => event.key === "ArrowDown" && setTop(top + 0.02)}
      >
        <svg viewBox="0 0 44 44" width="26" aria-hidden="true">
          <path d="M12 12h6.3c.9 0 1.7.4 2.3 1l1.2 1.2h10.4a2.8 2.8 0 0 1 2.8 2.8v12.9a2.8 2.8 0 0 1-2.8 2.8H12z" />
        </svg>
        <b>5</b>
      </button>
      <button type="button" aria-label="Hide">
        ×
      </button>
    </div>
  )
}

const host = document.createElement("div")
const root = host.attachShadow({ mode: "closed" })
const style = document.createElement("style")
style.textContent = ":host{all:initial!important}button{width:44px;border:0;background:#fff}"
const box = document.createElement("div")
root.append(style, box)
document.documentElement.append(host)
createRoot(box).render(<Launcher />)
