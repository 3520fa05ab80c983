import { join } from "node:path"
import { Disk } from "flydrive"
import { FSDriver } from "flydrive/drivers/fs"
import type { Config } from "./config.ts"
import type { FileStore } from "./context.ts"

/** The file store: a directory in the data folder, or an S3-compatible bucket where one is set. */
export function openFileStore(config: Config): FileStore {
  let disk: Promise<Disk> | undefined
  const open = () => {
    disk ??= config.s3 ? openBucket(config.s3) : Promise.resolve(openFolder(join(config.data, "files")))
    return disk
  }
  return {
    put: async (key, bytes) => (await open()).put(key, bytes),
    get: async key => (await open()).getBytes(key),
    delete: async key => (await open()).delete(key),
  }
}

function openFolder(location: string): Disk {
  return new Disk(new FSDriver({ location, visibility: "private" }))
}

// The S3 client is 37 MB: loaded only where a bucket is set.
async function openBucket(s3: NonNullable<Config["s3"]>): Promise<Disk> {
  const [{ S3Client }, { S3Driver }] = await Promise.all([import("@aws-sdk/client-s3"), import("flydrive/drivers/s3")])
  const client = new S3Client({
    region: s3.region,
    ...(s3.endpoint ? { endpoint: s3.endpoint, forcePathStyle: true } : {}),
    credentials: { accessKeyId: s3.accessKeyId, secretAccessKey: s3.secretAccessKey },
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  })
  return new Disk(new S3Driver({ client, bucket: s3.bucket, visibility: "private", supportsACL: false }))
}
