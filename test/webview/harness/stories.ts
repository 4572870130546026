import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { Canvases, type PageOptions } from "./page";
import { Story } from "./story";

/** One Chromium for the file; each story has a page of its own, which must end without an error or a refused message. */
export function stories(): (options?: Partial<PageOptions>) => Promise<Story> {
  let canvases: Canvases;
  let story: Story | undefined;
  beforeAll(async () => {
    canvases = await Canvases.start();
  });
  afterAll(() => canvases.close());
  afterEach(async () => {
    const ended = story;
    story = undefined;
    if (ended === undefined) return;
    expect(ended.canvas.errors).toEqual([]);
    expect(ended.canvas.host.refused).toEqual([]);
    await ended.canvas.close();
  });
  return async (options = {}) => {
    story = await Story.open(canvases, options);
    await story.page.locator(".card").first().waitFor();
    return story;
  };
}
