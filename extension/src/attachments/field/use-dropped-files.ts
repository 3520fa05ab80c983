import { type DragEvent, useRef, useState } from "react"

type Dropped = {
  isOver: boolean
  /** To be spread on the element that takes the files. */
  takes: {
    onDragEnter: (event: DragEvent) => void
    onDragOver: (event: DragEvent) => void
    onDragLeave: (event: DragEvent) => void
    onDrop: (event: DragEvent) => void
  }
}

/** Files dropped on an element. The button that opens the file picker does the same for the keyboard. */
export function useDroppedFiles(onFiles: (files: readonly File[]) => void): Dropped {
  const [isOver, setOver] = useState(false)
  const depth = useRef(0)
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files")
  return {
    isOver,
    takes: {
      onDragEnter: event => {
        if (!hasFiles(event)) return
        depth.current += 1
        setOver(true)
      },
      onDragOver: event => {
        if (hasFiles(event)) event.preventDefault()
      },
      onDragLeave: event => {
        if (!hasFiles(event)) return
        depth.current -= 1
        if (depth.current <= 0) setOver(false)
      },
      onDrop: event => {
        if (!hasFiles(event)) return
        event.preventDefault()
        depth.current = 0
        setOver(false)
        onFiles(Array.from(event.dataTransfer.files))
      },
    },
  }
}
